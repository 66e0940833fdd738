// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct StreamingValidatorTests {
    private static let xsd = Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:shelf"
            targetNamespace="urn:example:shelf" elementFormDefault="qualified">
          <xs:element name="Shelf"><xs:complexType><xs:sequence>
            <xs:element name="Book" type="BookType" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Note" type="xs:string" minOccurs="0"/>
          </xs:sequence><xs:attribute name="Room" type="xs:int" use="required"/></xs:complexType></xs:element>
          <xs:complexType name="BookType"><xs:sequence>
            <xs:element name="Title"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="8"/>
              </xs:restriction></xs:simpleType></xs:element>
            <xs:element name="Pages" type="xs:int"/>
          </xs:sequence><xs:attribute name="Kind"><xs:simpleType><xs:restriction base="xs:string">
            <xs:enumeration value="a&amp;b"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType>
        </xs:schema>
        """.utf8
    )

    private static let bad = """
        <?xml version="1.0" encoding="utf-8"?>
        <Shelf
           xmlns="urn:example:shelf" Odd="1">
          <Book
             Kind="a&amp;b">
            <Title>Müller</Title>
            <Pages>3</Pages>
          </Book>
          <Book Kind="c&amp;d"
             Odd="x">
            <Title>A title that is far too
        long</Title>
            <Pages>many</Pages>
          </Book>
          <Book><Title>T</Title>
          </Book>
          text
          <Book><Pages>4</Pages><Title/></Book>
          <Note>ok <b>bold</b></Note>
          <Book/>
        </Shelf>
        """

    @Test func findingsOfAWholeDocument() throws {
        let report = try CompiledSchema(xsd: Self.xsd).validate(Array(Self.bad.utf8))
        #expect(report.verdict == .invalid)
        let seen = report.findings.map { "\($0.line) \($0.path) \($0.kind.rawValue)" }
        let expected = [
            "3 /Shelf/@Odd unknown-attribute", "3 /Shelf/@Room missing-attribute",
            "10 /Shelf/Book[2]/@Kind not-in-enumeration", "10 /Shelf/Book[2]/@Odd unknown-attribute",
            "11 /Shelf/Book[2]/Title too-long", "13 /Shelf/Book[2]/Pages wrong-type",
            "15 /Shelf/Book[3] missing-element", "18 /Shelf/Book[4]/Pages unexpected-element",
            "19 /Shelf/Note content-not-allowed", "20 /Shelf/Book[5] unexpected-element",
            "2 /Shelf text-not-allowed",
        ]
        for line in expected where !line.hasSuffix("text-not-allowed") {
            #expect(seen.contains(line), "\(line) is not among \(seen)")
        }
        #expect(seen.contains { $0.hasSuffix("/Shelf text-not-allowed") })
    }

    @Test func whatSurroundsAFinding() throws {
        let report = try CompiledSchema(xsd: Self.xsd).validate(Array(Self.bad.utf8))
        func context(_ path: String) throws -> SchemaContext {
            try #require(report.findings.first { $0.path == path }?.context)
        }
        #expect(try context("/Shelf/Book[2]/@Kind").value == "c&d")
        #expect(try context("/Shelf/Book[2]/Pages").value == "many")
        #expect(try context("/Shelf/Book[2]/Title").value?.hasPrefix("A title") == true)
        #expect(try context("/Shelf/Book[3]").children == [.init(name: "Title", count: 1)])
        let pages = try context("/Shelf/Book[4]/Pages")
        #expect(pages.before == [.init(name: "Pages", count: 1)])
        #expect(pages.after == [.init(name: "Title", count: 1)])
        #expect(pages.steps.map(\.name) == ["Shelf", "Book", "Pages"])
        let last = try context("/Shelf/Book[5]")
        #expect(
            last.before == [
                .init(name: "Book", count: 4), .init(name: "Note", count: 1), .init(name: "Book", count: 1),
            ]
        )
        #expect(last.after.isEmpty)
        #expect(try context("/Shelf/@Odd").steps.map(\.namespace) == ["urn:example:shelf"])
    }

    @Test(arguments: 1...64) func whereADocumentIsCutDoesNotMatter(size: Int) throws {
        let schema = try CompiledSchema(xsd: Self.xsd)
        for bytes in [Array(Self.bad.utf8), Documents.utf16(Self.bad, bigEndian: false)] {
            let whole = try schema.validate(bytes)
            let validator = StreamingValidator(schema: schema)
            var counts: [Int] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                try validator.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                counts.append(validator.count)
            }
            #expect(try validator.finish() == whole)
            #expect(counts == counts.sorted())
            // Findings come while the document does, not at its end.
            #expect(counts[counts.count / 2] > 0)
        }
    }

    @Test(arguments: [
        ("<Shelf>", "malformed"), ("<!DOCTYPE a><a/>", "dtd-forbidden"), ("", "empty-document"),
        ("  ", "empty-document"),
        ("<a></b>", "malformed"), ("<a/>x", "malformed"), ("<a>&x;</a>", "malformed"), ("<a>\u{0}</a>", "malformed"),
    ])
    func whatCannotBeReadIsNoVerdict(text: String, code: String) throws {
        let schema = try CompiledSchema(xsd: Self.xsd)
        for size in [1, 3, 1000] {
            let validator = StreamingValidator(schema: schema)
            let bytes = Array(text.utf8)
            let failure = #expect(throws: ReadFailure.self) {
                for start in stride(from: 0, to: bytes.count, by: size) {
                    try validator.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                }
                _ = try validator.finish()
            }
            #expect(failure?.code.rawValue == code)
        }
    }

    @Test func badTextIsFound() throws {
        let schema = try CompiledSchema(xsd: Self.xsd)
        let failure = #expect(throws: ReadFailure.self) {
            try schema.validate(Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8))
        }
        #expect(failure?.code == .encoding)
    }

    @Test(arguments: [
        ("depth", ReadLimits(depth: 3), "<a><a><a><a/></a></a></a>"),
        ("nodes", ReadLimits(nodes: 3), "<a><b/><b/><b/></a>"),
        ("value-bytes", ReadLimits(valueBytes: 3), "<a>four</a>"),
        ("value-bytes", ReadLimits(valueBytes: 3), "<a b='four'/>"),
        ("document-bytes", ReadLimits(documentBytes: 8), "<a><b/></a>"),
    ])
    func limits(name: String, limits: ReadLimits, text: String) throws {
        let validator = StreamingValidator(schema: try CompiledSchema(xsd: Self.xsd), limits: limits)
        let failure = #expect(throws: ReadFailure.self) {
            try validator.feed(Array(text.utf8))
            _ = try validator.finish()
        }
        #expect(failure?.code == .limit)
        #expect(failure?.limit == name)
    }

    @Test func aFinishedValidatorTakesNothing() throws {
        let validator = StreamingValidator(schema: try CompiledSchema(xsd: Self.xsd))
        try validator.feed(Array("<a/>".utf8))
        #expect(try validator.finish().verdict == .noSchema)
        #expect(throws: ReadFailure.self) { try validator.feed([0x20]) }
        #expect(throws: ReadFailure.self) { try validator.finish() }
    }

    @Test func aValidatorMayBeLeftInTheMiddle() throws {
        let schema = try CompiledSchema(xsd: Self.xsd)
        for _ in 0..<100 {
            let validator = StreamingValidator(schema: schema)
            try validator.feed(Array(Self.bad.utf8.prefix(300)))
            #expect(validator.count > 0)
            #expect(!validator.findings.isEmpty)
        }
    }

    @Test func manyEqualSiblingsAreCounted() throws {
        let book = "<Book><Title>T</Title><Pages>1</Pages></Book>"
        let text =
            "<Shelf xmlns='urn:example:shelf' Room='1'>" + String(repeating: book, count: 5000) + "<Book/></Shelf>"
        let report = try CompiledSchema(xsd: Self.xsd).validate(Array(text.utf8))
        #expect(report.findings.map(\.path) == ["/Shelf/Book[5001]"])
    }
}
