// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing

/// A document that is read in passages tells what it tells as one.
@Suite struct PassageTests {
    /// Every fourth item has a link that leads nowhere.
    private static func list(_ format: DocumentFormat) -> [UInt8] {
        let items = (1...100).map { number in
            let isBroken = number.isMultiple(of: 4)
            return switch format {
            case .xml:
                "<Ref Name='job \(number)' UID='u\(number)' Type='JobReference'><Links>"
                    + (isBroken ? "<Link Rel='Up'/>" : "<Link Rel='Up' Href='https://x/up/\(number)'/>")
                    + "</Links></Ref>"
            case .json:
                #"{"Name": "job \#(number)", "UID": "u\#(number)", "Type": "JobReference", "Links": ["#
                    + (isBroken ? #"{"Rel": "Up"}"# : #"{"Rel": "Up", "Href": "https://x/up/\#(number)"}"#) + "]}"
            }
        }
        let text =
            switch format {
            case .xml:
                "<EntityReferences xmlns='http://www.veeam.com/ent/v1.0'>\(items.joined(separator: "\n"))</EntityReferences>"
            case .json: #"{"Refs": [\#(items.joined(separator: ",\n"))]}"#
            }
        return Array(text.utf8)
    }

    private func read(_ bytes: [UInt8], _ format: DocumentFormat, passage: Int?) throws -> [Representation] {
        let reader = RepresentationReader(
            format: format,
            profile: .enterpriseManager,
            expectedType: "JobReferenceList",
            passage: passage
        )
        var passages: [Representation] = []
        for start in stride(from: 0, to: bytes.count, by: 100) {
            try reader.feed(Array(bytes[start..<min(start + 100, bytes.count)]))
            passages += reader.takePassages()
        }
        return passages + [try reader.finish()]
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func itemsLinksAndFindingsAreThoseOfTheWhole(_ format: DocumentFormat)
        throws
    {
        let bytes = PassageTests.list(format)
        let whole = try #require(try read(bytes, format, passage: nil).first)
        #expect(whole.root.items.count == 100)
        let passages = try read(bytes, format, passage: 700)
        #expect(passages.count > 3)
        #expect(passages.allSatisfy { $0.root.name == whole.root.name })
        #expect(passages.flatMap { $0.root.items.map(\.label) } == whole.root.items.map(\.label))
        #expect(passages.flatMap { $0.links.map(\.href.text) } == whole.links.map(\.href.text))
        let findings = whole.findings()
        #expect(findings.count == 25)
        #expect(findings.first?.path == "/EntityReferences/Ref[4]/Links/Link")
        #expect(passages.flatMap { $0.findings() } == findings)
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func isReadAgainFromAPassage(_ format: DocumentFormat) throws {
        let bytes = PassageTests.list(format)
        let first = try #require(try read(bytes, format, passage: 700).first)
        let reader = RepresentationReader(again: first, passage: 2000)
        try reader.feed(bytes)
        let passages = reader.takePassages() + [try reader.finish()]
        #expect(passages.count > 3)
        #expect(passages.reduce(0) { $0 + $1.root.items.count } == 100)
        #expect(passages.allSatisfy { $0.root.name == first.root.name && $0.format == format })
    }
}
