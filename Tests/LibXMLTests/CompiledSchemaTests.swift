// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct CompiledSchemaTests {
    private static func xsd(_ body: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:shelf"
                targetNamespace="urn:example:shelf" elementFormDefault="qualified">
            \(body)
            </xs:schema>
            """.utf8
        )
    }

    private static let shelf = xsd(
        """
        <xs:element name="Shelf">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Book" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="Code"><xs:attribute name="Pages" type="xs:int" use="required"/></xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
              <xs:element name="Note" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:simpleType name="Code">
          <xs:restriction base="xs:string"><xs:pattern value="[a-z]+\\:[0-9]+"/></xs:restriction>
        </xs:simpleType>
        """
    )

    private func document(_ content: String) -> [UInt8] {
        Array("<Shelf xmlns=\"urn:example:shelf\">\(content)</Shelf>".utf8)
    }

    @Test func aValidDocument() throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let report = try schema.validate(document("<Book Pages=\"3\">abc:12</Book><Note/>"))
        #expect(report == SchemaReport(verdict: .valid, findings: []))
    }

    @Test func findingsHaveLineReadablePathAndCode() throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let report = try schema.validate(
            document("\n<Book Pages=\"3\">abc:12</Book>\n<Book Pages=\"x\">ABC</Book>\n<Other/>")
        )
        #expect(report.verdict == .invalid)
        #expect(report.findings.map(\.path).contains("/Shelf/Book[2]"))
        #expect(report.findings.map(\.path).contains("/Shelf/Other"))
        #expect(report.findings.first { $0.path == "/Shelf/Other" }?.line == 4)
        #expect(report.findings.first { $0.path.hasPrefix("/Shelf/Book[2]") }?.line == 3)
        // Pattern facet and unexpected element: equal in every version of libxml2.
        #expect(Set(report.findings.map(\.code)).isSuperset(of: [1839, 1871]))
        #expect(report.findings.allSatisfy { !$0.message.isEmpty && !$0.message.contains("\n") })
    }

    @Test func aLineBeyondSixteenBits() throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let report = try schema.validate(document(String(repeating: "\n", count: 70_000) + "<Other/>"))
        #expect(report.findings.first?.line == 70_001)
    }

    @Test(arguments: ["<Shelf/>", "<Other xmlns=\"urn:example:shelf\"/>", "<Shelf xmlns=\"urn:example:other\"/>"])
    func aRootWithoutDeclaration(text: String) throws {
        let report = try CompiledSchema(xsd: Self.shelf).validate(Array(text.utf8))
        #expect(report.verdict == .noSchema)
        #expect(report.findings.map(\.code) == [1845])
    }

    @Test func documentsInEveryEncoding() throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let text = "<?xml version='1.0' encoding='utf-16'?><Shelf xmlns='urn:example:shelf'><Note>é</Note></Shelf>"
        #expect(try schema.validate(Array(text.utf8)).verdict == .valid)
        #expect(try schema.validate(Documents.utf16(text, bigEndian: true)).verdict == .valid)
        let western = Array("<Shelf xmlns='urn:example:shelf'><Note>".utf8) + [0xE9] + Array("</Note></Shelf>".utf8)
        #expect(try schema.validate(western, encoding: "ISO-8859-1").verdict == .valid)
    }

    @Test(arguments: [("<Shelf>", "malformed"), ("<!DOCTYPE a><a/>", "dtd-forbidden"), ("", "empty-document")])
    func whatCannotBeReadIsNoVerdict(text: String, code: String) throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let failure = #expect(throws: ReadFailure.self) { try schema.validate(Array(text.utf8)) }
        #expect(failure?.code.rawValue == code)
        #expect((failure?.line ?? 0) > 0)
    }

    @Test func theInstanceCannotBringASchema() throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let text = """
            <Shelf xmlns="urn:example:shelf" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="urn:example:shelf file:///nowhere/shelf.xsd"><Note/></Shelf>
            """
        #expect(try schema.validate(Array(text.utf8)).verdict == .valid)
    }

    @Test(arguments: [
        ("\\\\:", "x:", false), ("\\\\:", "\\:", true), ("a\\:b", "a:b", true), ("\\.\\:", ".:", true),
        ("\\\\\\:", "\\:", true),
    ])
    func escapedColons(pattern: String, value: String, isValid: Bool) throws {
        let schema = try CompiledSchema(
            xsd: Self.xsd(
                """
                <xs:element name="Code"><xs:simpleType><xs:restriction base="xs:string">
                <xs:pattern value="\(pattern)"/></xs:restriction></xs:simpleType></xs:element>
                """
            )
        )
        let report = try schema.validate(Array("<Code xmlns='urn:example:shelf'>\(value)</Code>".utf8))
        #expect((report.verdict == .valid) == isValid, "\(report.findings)")
    }

    @Test(arguments: [
        "<xs:include schemaLocation='other.xsd'/>", "<xs:redefine schemaLocation='file:///x.xsd'/>",
        "<xs:import namespace='urn:other' schemaLocation='http://127.0.0.1:1/x.xsd'/>",
    ])
    func externalReferencesAreRefused(text: String) {
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(xsd: Self.xsd(text)) }
        #expect(failure?.code == .externalReference)
        #expect(failure?.findings.map(\.line) == [4])
    }

    @Test func anImportThatFetchesNothingIsFine() throws {
        _ = try CompiledSchema(
            xsd: Self.xsd("<xs:import namespace='urn:other'/><xs:element name='a' type='xs:string'/>")
        )
    }

    static let badSchemas: [(text: String, code: SchemaFailure.Code, line: Int)] = [
        ("<xs:element name='a' type='Missing'/>", .invalid, 4),
        (
            "\n<xs:simpleType name='a'><xs:restriction base='xs:string'>\n<xs:pattern value='[a'/></xs:restriction></xs:simpleType>",
            .invalid, 6
        ),
        ("<xs:element/>", .invalid, 4),
        ("<xs:element name='a'>", .unreadable, 5),
    ]

    @Test(arguments: badSchemas.indices) func everyMessageOfABadSchemaHasItsLine(index: Int) {
        let (text, code, line) = Self.badSchemas[index]
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(xsd: Self.xsd(text)) }
        #expect(failure?.code == code)
        #expect(failure?.findings.isEmpty == false)
        #expect(failure?.findings.contains { $0.line == line } == true, "\(String(describing: failure))")
        #expect(failure?.description.contains("line \(line)") == true)
    }

    @Test func aSchemaWithADTDIsRefused() {
        let text = "<!DOCTYPE a [<!ENTITY b 'b'>]><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(xsd: Array(text.utf8)) }
        #expect(failure?.code == .unreadable)
    }

    @Test func manyTasksShareOneSchema() async throws {
        let schema = try CompiledSchema(xsd: Self.shelf)
        let good = document("<Book Pages=\"3\">abc:12</Book>")
        let bad = document("<Book Pages=\"x\">abc</Book>")
        let verdicts = await withTaskGroup(of: SchemaReport.Verdict?.self) { group in
            for index in 0..<64 {
                group.addTask { try? schema.validate(index % 2 == 0 ? good : bad).verdict }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(verdicts.filter { $0 == .valid }.count == 32)
        #expect(verdicts.filter { $0 == .invalid }.count == 32)
    }

    @Test func manyTasksCompileAtOnce() async {
        let compiled = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 { group.addTask { (try? CompiledSchema(xsd: Self.shelf)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(compiled == 16)
    }
}
