// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct EncodingTests {
    private func text(_ bytes: [UInt8], encoding: String? = nil) throws -> String {
        try XMLReader(shape: shape).read(bytes, encoding: encoding).text(NodeID.root)
    }

    private func declared(_ encoding: String, _ content: [UInt8]) -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>".utf8) + content + Array("</a>".utf8)
    }

    @Test func utf8WithAndWithoutMark() throws {
        #expect(try text(Array("<a>é</a>".utf8)) == "é")
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)) == "é")
        #expect(try text([0xEF, 0xBB, 0xBF] + declared("utf-8", Array("é".utf8))) == "é")
    }

    @Test func utf16LabelOverUTF8Bytes() throws {
        #expect(try text(declared("utf-16", Array("é".utf8))) == "é")
        #expect(try text(Array("<a>é</a>".utf8), encoding: "utf-16") == "é")
    }

    @Test(arguments: [true, false]) func utf16(bigEndian: Bool) throws {
        let document = "<?xml version='1.0' encoding='UTF-16'?><a>é😀</a>"
        #expect(try text(Documents.utf16(document, bigEndian: bigEndian)) == "é😀")
        #expect(try text(Documents.utf16(document, bigEndian: bigEndian, mark: false)) == "é😀")
        #expect(try text(Documents.utf16(document, bigEndian: bigEndian), encoding: "utf-8") == "é😀")
    }

    @Test func westernEncodings() throws {
        #expect(try text(declared("ISO-8859-1", [0xE9, 0x80])) == "é\u{80}")
        #expect(try text(declared("windows-1252", [0xE9, 0x80, 0x9F])) == "é€Ÿ")
        #expect(try text(Array("<a>".utf8) + [0xE9] + Array("</a>".utf8), encoding: "ISO-8859-1") == "é")
    }

    @Test func theTransportBeatsTheDeclaration() throws {
        #expect(try text(declared("ISO-8859-1", Array("é".utf8)), encoding: "UTF-8") == "é")
        #expect(try text(declared("UTF-8", [0xE9]), encoding: "windows-1252") == "é")
    }

    @Test func whatIsNoTextIsRefused() {
        let mark: [UInt8] = [0xFE, 0xFF]
        let cases: [([UInt8], String?)] = [
            (declared("x-klingon", []), nil),
            (Array("<a/>".utf8), "x-klingon"),
            ([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], nil),
            ([0x3C, 0, 0, 0, 0x61, 0, 0, 0], nil),
            (Array("<a>".utf8) + [0xFF] + Array("</a>".utf8), nil),
            (Array("<a b='".utf8) + [0xC3] + Array("'/>".utf8), nil),
            (Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8), nil),
            (mark + [0, 0x3C, 0, 0x61, 0, 0x3E, 0xD8, 0, 0, 0x3C], nil),
            (mark + [0, 0x3C, 0, 0x61, 0, 0x3E, 0xDC, 0, 0, 0x3C], nil),
            (Documents.utf16("<a/>", bigEndian: true) + [0], nil),
        ]
        for (index, (bytes, encoding)) in cases.enumerated() {
            let failure = #expect(throws: ReadFailure.self, "case \(index)") { try text(bytes, encoding: encoding) }
            #expect(failure?.code == .encoding, "case \(index): \(String(describing: failure))")
            #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0, "case \(index)")
        }
    }

    @Test func theBadUnitOfUTF16IsLocated() {
        let bytes = Documents.utf16("<a>\nxy", bigEndian: false) + [0x00, 0xDC]
        let failure = #expect(throws: ReadFailure.self) { try text(bytes) }
        #expect(failure?.line == 2 && failure?.column == 3)
    }
}
