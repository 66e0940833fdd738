// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct TextTests {
    private let reader = XMLReader(shape: shape)

    @Test(arguments: ["\n ", "x", " x", "x\n", "é"]) func textOfEveryLength(filling: String) throws {
        for length in 1...70 {
            let text = String(String(repeating: filling, count: length).prefix(length))
            let isBlank = !text.contains { $0 != " " && $0 != "\n" }
            let document = "<r><leaf>\(text)</leaf><around>\(text)<in/></around><after><in/>\(text)</after></r>"
            let store = try reader.read(Array(document.utf8))
            let texts = store.children(.root).map { store.text($0) }
            let mixed = isBlank ? "" : text
            #expect(texts == [text, mixed, mixed], "\(length)")
        }
    }

    @Test func aCharacterMayLieAcrossAnyBlock() throws {
        let text = Array(String(repeating: "0123456789", count: 900).utf8)
        for position in [0, 1, 7, 8, 62, 63, 64, 127, 3995, 3996, 3997, 3998, 3999, 4000, 7996, 8000] {
            for character in ["é", "€", "🙂"] {
                let whole = text[..<position] + Array(character.utf8) + text[position...]
                let store = try reader.read(Array("<a>".utf8) + whole + Array("</a>".utf8))
                #expect(Array(store.text(.root).utf8) == Array(whole))
                let cut = text[..<position] + Array(character.utf8).dropLast() + text[position...]
                let failure = #expect(throws: ReadFailure.self) {
                    try reader.read(Array("<a>".utf8) + cut + Array("</a>".utf8))
                }
                #expect(failure?.code == .encoding, "\(character) at \(position)")
            }
        }
    }

    @Test func anyOrderOfALinksParts() throws {
        let parts = ["Rel='Up'", "Type='Server'", "Href='h'", "Name='n'"]
        for shift in 0..<4 {
            let text = (0..<4).map { parts[($0 + shift) % 4] }.joined(separator: " ")
            let dumped = dump(try reader.read(Array("<Link \(text)/>".utf8)))
            #expect(dumped.contains("LINK rel=Up type=Server href=h name=n"))
        }
        let twice = dump(try reader.read(Array("<Link Rel='Up' rel='Down' Href='h'/>".utf8)))
        #expect(twice.contains("Link rel=\"Down\" LINK rel=Up type=- href=h name=-"))
        let prefixed = dump(try reader.read(Array("<Link xmlns:x='urn:x' x:Rel='Up' Href='h' Rel='Down'/>".utf8)))
        #expect(prefixed.contains("Link x:Rel=\"Up\" LINK rel=Down type=- href=h name=-"))
    }
}
