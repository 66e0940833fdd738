// SPDX-License-Identifier: Apache-2.0

import LibXML
import Testing
import XMLSchema

@Suite struct SchemaModelTests {
    @Test func globalElementsAreFoundInAnyCase() throws {
        let model = try Orchard.model()
        #expect(model.targetNamespace == Orchard.namespace)
        #expect(model.elements.map(\.name) == ["Branch", "Note", "PlantingSpec", "Tree", "Trees"])
        let tree = try model.element(named: "tREE")
        #expect(tree.name == "Tree")
        #expect(tree.type == .named("TreeType"))
        #expect(tree.documentation == "A tree in the orchard.")
        #expect(tree.notes == SchemaNotes(since: "1.2", relaxed: ["Old gardens name no kind."]))
        #expect(tree.annotation.place == SchemaPlace(document: "orchard.xsd", line: 7))
    }

    @Test func unknownElementsHaveCandidates() throws {
        let model = try Orchard.model()
        let error = #expect(throws: SchemaModelError.self) { try model.element(named: "PlantinSpek") }
        #expect(error?.code == .unknownElement)
        #expect(error?.candidates.first == "PlantingSpec")
        #expect(error?.message.contains("PlantingSpec") == true)
    }

    @Test func membersHaveInheritedOnesInTheOrderOfTheSchema() throws {
        let model = try Orchard.model()
        let members = model.members(of: try model.element(named: "Tree"))
        #expect(
            members.map(\.name) == [
                "Href", "Label", "UID", "Links", "Kind", "Height", "Girth", "Planted", "Alive", "Fruits", "Pests",
            ]
        )
        #expect(members.prefix(3).allSatisfy { $0.kind == .attribute })
        #expect(members.dropFirst(3).allSatisfy { $0.kind == .element })
        #expect(members.filter(\.occurrence.isRequired).map(\.name) == ["UID", "Kind"])
        #expect(members.allSatisfy { $0.choices.isEmpty })
    }

    @Test func branchesOfAChoiceAreKnownAndNotRequired() throws {
        let model = try Orchard.model()
        let members = model.members(of: try model.element(named: "PlantingSpec"))
        #expect(members.map(\.name) == ["SeedInfo", "GraftInfo"])
        #expect(
            members.map(\.choices) == [
                [ChoiceBranch(group: 0, branch: 0, isRequired: true)],
                [ChoiceBranch(group: 0, branch: 1, isRequired: true)],
            ]
        )
        #expect(members.allSatisfy { $0.occurrence == .optional && $0.branchOccurrence == .once })
    }

    @Test func aChoiceOfOneIsNone() throws {
        let model = try Orchard.model()
        let members = model.members(of: .named("LinksType"))
        #expect(members.map(\.name) == ["Link"])
        #expect(members[0].choices.isEmpty)
        #expect(members[0].occurrence == Occurrence(minimum: 0, maximum: nil))
    }

    @Test func typesThatContainThemselvesEnd() throws {
        let model = try Orchard.model()
        var type = try model.element(named: "Branch").type
        for _ in 0..<20 { type = try #require(model.members(of: type).last { $0.name == "Branch" }).type }
        #expect(type == .named("BranchType"))
    }

    @Test func elementsByReferenceHaveTheTypeOfTheGlobalOne() throws {
        let model = try Orchard.model()
        let tree = try #require(model.members(of: .named("TreeListType")).first)
        #expect(tree.type == .element("Tree"))
        #expect(model.typeName(tree.type) == "TreeType")
        #expect(model.members(of: tree.type).contains { $0.name == "UID" })
    }

    @Test func valuesHaveInheritedLimits() throws {
        let model = try Orchard.model()
        let depth = try #require(model.valueType(of: .named("Depth")))
        #expect(depth.kind == .integer)
        #expect(depth.facets.minimumInclusive == "0")
        #expect(depth.facets.maximumInclusive == "30")
        let kind = try #require(model.valueType(of: .named("Kind")))
        #expect(kind.kind == .text)
        #expect(kind.enumeration.map(\.value) == ["Apple", "Pear"])
        #expect(kind.enumeration.first?.documentation == "Round.")
        #expect(!kind.isClosed)
        #expect(model.valueType(of: .named("KnownKind"))?.isClosed == true)
        #expect(model.valueType(of: .named("TreeType")) == nil)
        #expect(model.simpleType(named: "Length")?.notes.unit == "centimetres")
    }

    @Test func textWithAttributesIsAMember() throws {
        let model = try Orchard.model()
        let members = model.members(of: try model.element(named: "Note"))
        #expect(members.map(\.kind) == [.attribute, .text])
        #expect(model.valueType(of: .named("NoteType"))?.facets.maximumLength == 10)
    }

    @Test func restrictionsReplaceElementsAndKeepAttributes() throws {
        let model = try SchemaModel([
            schema(
                """
                <xs:complexType name="B"><xs:sequence>
                  <xs:element name="x" type="xs:int" minOccurs="0"/><xs:element name="y" type="xs:int" minOccurs="0"/>
                </xs:sequence><xs:attribute name="a"/><xs:attribute name="b"/></xs:complexType>
                <xs:complexType name="R"><xs:complexContent><xs:restriction base="B"><xs:sequence>
                  <xs:element name="x" type="xs:int"/>
                </xs:sequence><xs:attribute name="b" use="prohibited"/></xs:restriction></xs:complexContent>
                </xs:complexType>
                """
            )
        ])
        #expect(model.members(of: .named("R")).map(\.name) == ["a", "x"])
        #expect(model.members(of: .named("R")).last?.occurrence == .once)
    }

    @Test func repeatedChoicesExcludeNothing() throws {
        let model = try SchemaModel([
            schema(
                """
                <xs:complexType name="B"><xs:choice maxOccurs="unbounded">
                  <xs:element name="x" type="xs:int"/><xs:element name="y" type="xs:int"/>
                </xs:choice></xs:complexType>
                """
            )
        ])
        let members = model.members(of: .named("B"))
        #expect(members.allSatisfy { $0.choices.isEmpty && $0.isOrderFree && $0.occurrence.maximum == nil })
    }

    /// What is wrong with a schema, and on which line.
    @Test(arguments: [
        ("<xs:element name=\"a\" type=\"Nowhere\"/>", SchemaModelError.Code.unresolved, 3),
        ("<xs:element name=\"a\" type=\"xs:strnig\"/>", .unresolved, 3),
        ("\n<xs:element name=\"a\"/><xs:element name=\"a\"/>", .duplicate, 4),
        ("<xs:element/>", .invalid, 3),
        (
            "<xs:element name=\"a\"><xs:complexType><xs:sequence><xs:element name=\"b\" minOccurs=\"2\"/></xs:sequence></xs:complexType></xs:element>",
            .invalid, 3
        ),
        ("<xs:include schemaLocation=\"gone.xsd\"/>", .missingDocument, 3),
        ("<xs:import namespace=\"urn:x\"/>", .unsupported, 3),
        ("<xs:simpleType name=\"a\"><xs:restriction base=\"a\"/></xs:simpleType>", .circular, 3),
        (
            "<xs:complexType name=\"a\"><xs:complexContent><xs:extension base=\"a\"/></xs:complexContent></xs:complexType>",
            .circular, 3
        ),
        (
            "<xs:group name=\"g\"><xs:sequence><xs:group ref=\"g\"/></xs:sequence></xs:group><xs:complexType name=\"a\"><xs:group ref=\"g\"/></xs:complexType>",
            .circular, 3
        ),
        ("<xs:frobnicate/>", .unsupported, 3),
        ("<xs:element name=\"a\">", .unreadable, 4),
    ])
    func faultsAreLocated(_ body: String, _ code: SchemaModelError.Code, _ line: Int) {
        let error = #expect(throws: SchemaModelError.self) { try SchemaModel([schema(body)]) }
        #expect(error?.code == code)
        #expect(error?.place == SchemaPlace(document: "test.xsd", line: line))
    }

    @Test func otherDocumentsAreNoSchemas() {
        let error = #expect(throws: SchemaModelError.self) {
            try SchemaModel([SchemaDocument(name: "x", bytes: Array("<a/>".utf8))])
        }
        #expect(error?.code == .notASchema)
    }

    /// A schema document around declarations that begin on line 3.
    private func schema(_ body: String) -> SchemaDocument {
        let text = """
            <xs:schema xmlns="urn:x" xmlns:xs="http://www.w3.org/2001/XMLSchema"
              targetNamespace="urn:x">
            \(body)
            </xs:schema>
            """
        return SchemaDocument(name: "test.xsd", bytes: Array(text.utf8))
    }
}
