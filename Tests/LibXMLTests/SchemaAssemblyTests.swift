// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore
import Testing

@Suite struct SchemaAssemblyTests {
    private static func module(_ body: String, head: String = "targetNamespace=\"urn:example:shelf\"") -> [UInt8] {
        Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:example:shelf" \(head)
                elementFormDefault="qualified">
            \(body)
            </xs:schema>
            """.utf8
        )
    }

    private static let door = SchemaDocument(
        name: "shelf.xsd",
        bytes: module("<xs:include schemaLocation='parts/shelf.xsd'/><xs:include schemaLocation='parts/book.xsd'/>")
    )
    private static let shelf = SchemaDocument(
        name: "parts/shelf.xsd",
        bytes: module(
            """
            <xs:include schemaLocation='book.xsd'/><xs:include schemaLocation='../shelf.xsd'/>
            <xs:element name='Shelf' type='ShelfType' id='one'/>
            <xs:complexType name='ShelfType'><xs:sequence>
              <xs:element name='Book' type='BookType' maxOccurs='unbounded'/></xs:sequence></xs:complexType>
            """
        )
    )
    private static let book = SchemaDocument(
        name: "parts/book.xsd",
        bytes: module(
            """
            <xs:include schemaLocation='./shelf.xsd'/>
            <xs:complexType name='BookType' id='one'><xs:sequence>
              <xs:element name='Title' type='xs:string'/></xs:sequence></xs:complexType>
            """
        )
    )

    private func isValid(_ schema: CompiledSchema, _ content: String) throws -> Bool {
        try schema.validate(Array("<Shelf xmlns='urn:example:shelf'>\(content)</Shelf>".utf8)).verdict == .valid
    }

    @Test func includesInCirclesMakeOneSchema() throws {
        let schema = try CompiledSchema(documents: [Self.door, Self.book, Self.shelf])
        #expect(schema.targetNamespace == "urn:example:shelf")
        #expect(try isValid(schema, "<Book><Title>a</Title></Book>"))
        #expect(try !isValid(schema, "<Book/>"))
    }

    @Test func whatALocalNameIsGoesWithItsDocument() throws {
        let unqualified = SchemaDocument(
            name: "parts/book.xsd",
            bytes: Array(
                """
                <s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:shelf"
                    xmlns:t="urn:example:shelf">
                  <s:complexType name="BookType"><s:sequence><s:element name="Title" type="t:TitleType"/></s:sequence>
                  </s:complexType>
                  <s:simpleType name="TitleType"><s:restriction base="s:string"/></s:simpleType>
                </s:schema>
                """.utf8
            )
        )
        let schema = try CompiledSchema(documents: [Self.door, Self.shelf, unqualified])
        #expect(try isValid(schema, "<Book><Title xmlns=''>a</Title></Book>"))
        #expect(try !isValid(schema, "<Book><Title>a</Title></Book>"))
    }

    @Test func aDocumentWithoutANamespaceTakesThatOfTheDoor() throws {
        let plain = SchemaDocument(
            name: "parts/book.xsd",
            bytes: Array(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
                  <xs:complexType name="BookType"><xs:sequence><xs:element name="Title" type="TitleType"/></xs:sequence>
                  </xs:complexType>
                  <xs:simpleType name="TitleType"><xs:restriction base="xs:string"/></xs:simpleType>
                </xs:schema>
                """.utf8
            )
        )
        let schema = try CompiledSchema(documents: [Self.door, Self.shelf, plain])
        #expect(try isValid(schema, "<Book><Title>a</Title></Book>"))
    }

    @Test(arguments: [
        "http://127.0.0.1:1/a.xsd", "ftp://127.0.0.1:1/a.xsd", "file:///etc/a.xsd", "/etc/a.xsd", "../a.xsd",
        "parts/../../a.xsd", "C:\\a.xsd", "parts\\book.xsd", "a.xsd", "",
    ])
    func whatWasNotGivenIsRefused(location: String) {
        let door = SchemaDocument(name: "d.xsd", bytes: Self.module("\n<xs:include schemaLocation='\(location)'/>"))
        let secret = SchemaDocument(name: "../a.xsd", bytes: Self.module(""))
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(documents: [door, secret]) }
        #expect(failure?.code == .externalReference)
        #expect(failure?.findings.map(\.line) == [4])
        #expect(failure?.findings.map(\.document) == ["d.xsd"])
        #expect(failure?.description.contains("d.xsd, line 4") == true)
    }

    @Test(arguments: ["import namespace='urn:other'", "redefine"]) func onlyIncludesAreFollowed(kind: String) {
        let part = SchemaDocument(name: "part.xsd", bytes: Self.module(""))
        let door = SchemaDocument(name: "d.xsd", bytes: Self.module("<xs:\(kind) schemaLocation='part.xsd'/>"))
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(documents: [door, part]) }
        #expect(failure?.code == .externalReference)
    }

    @Test func anImportWithoutALocationMayComeFromAnIncludedDocument() throws {
        let part = SchemaDocument(
            name: "parts/book.xsd",
            bytes: Self.module(
                """
                <xs:import namespace='urn:other'/>
                <xs:complexType name='BookType'><xs:sequence>
                  <xs:any namespace='urn:other' processContents='skip'/></xs:sequence></xs:complexType>
                """
            )
        )
        let schema = try CompiledSchema(documents: [Self.door, Self.shelf, part])
        #expect(try isValid(schema, "<Book><x xmlns='urn:other'/></Book>"))
    }

    @Test func anotherNamespaceIsRefused() {
        let part = SchemaDocument(name: "parts/book.xsd", bytes: Self.module("", head: "targetNamespace='urn:other'"))
        let failure = #expect(throws: SchemaFailure.self) {
            try CompiledSchema(documents: [Self.door, Self.shelf, part])
        }
        #expect(failure?.code == .invalid)
        #expect(failure?.findings.first?.document == "parts/book.xsd")
    }

    @Test func errorsNameTheDocument() {
        let part = SchemaDocument(
            name: "parts/book.xsd",
            bytes: Self.module(
                "\n\n<xs:complexType name='BookType'><xs:attribute name='a' type='Gone'/></xs:complexType>"
            )
        )
        let failure = #expect(throws: SchemaFailure.self) {
            try CompiledSchema(documents: [Self.door, Self.shelf, part])
        }
        #expect(failure?.findings.first?.document == "parts/book.xsd")
        #expect(failure?.findings.first?.line == 5)
        let broken = SchemaDocument(name: "parts/book.xsd", bytes: Array("<xs:schema".utf8))
        let unreadable = #expect(throws: SchemaFailure.self) {
            try CompiledSchema(documents: [Self.door, Self.shelf, broken])
        }
        #expect(unreadable?.code == .unreadable)
        #expect(unreadable?.findings.first?.document == "parts/book.xsd")
        #expect(throws: SchemaFailure.self) { try CompiledSchema(documents: []) }
    }

    @Test func patternsAreNormalisedInEveryDocument() throws {
        let part = SchemaDocument(
            name: "parts/book.xsd",
            bytes: Self.module(
                """
                <xs:complexType name='BookType'><xs:attribute name='c'><xs:simpleType>
                <xs:restriction base='xs:string'><xs:pattern value='a\\:b'/></xs:restriction></xs:simpleType>
                </xs:attribute></xs:complexType>
                """
            )
        )
        let schema = try CompiledSchema(documents: [Self.door, Self.shelf, part])
        #expect(try isValid(schema, "<Book c='a:b'/>"))
        #expect(try !isValid(schema, "<Book c='a\\:b'/>"))
    }

    @Test func theCollectorAsksForLocalIncludesOnly() throws {
        let door = SchemaDocument(
            name: "shelf.xsd",
            bytes: Self.module(
                """
                <xs:include schemaLocation='parts/shelf.xsd'/><xs:include schemaLocation='../up.xsd'/>
                <xs:include schemaLocation='http://127.0.0.1:1/x.xsd'/><xs:include schemaLocation='gone.xsd'/>
                <xs:import namespace='urn:other' schemaLocation='other.xsd'/>
                """
            )
        )
        var asked: [String] = []
        let sources = SchemaCollector.collect(door) { name in
            asked.append(name)
            return [Self.shelf, Self.book].first { $0.name == name }?.bytes
        }
        #expect(asked == ["parts/shelf.xsd", "gone.xsd", "parts/book.xsd"])
        #expect(sources.map(\.name) == ["shelf.xsd", "parts/shelf.xsd", "parts/book.xsd"])
        let failure = #expect(throws: SchemaFailure.self) { try CompiledSchema(documents: sources) }
        #expect(failure?.findings.count == 4)
    }
}
