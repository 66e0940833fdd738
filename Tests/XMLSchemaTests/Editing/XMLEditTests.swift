// SPDX-License-Identifier: Apache-2.0

import LibXML
import Testing
import XMLSchema

@Suite struct XMLEditTests {
    /// With all that a careless editor loses.
    private let document = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- seen in spring -->
        <o:Tree xmlns:o="urn:example:orchard" UID='urn:tree:00ff'
            Label="a &amp; b">
          <o:Links><o:Link Rel="Up" Href="https://x/1?a=1&amp;b=2"/></o:Links>
          <o:Kind><![CDATA[Fig <3]]></o:Kind>
          <o:Mystery deep="yes">kept<o:Inner/></o:Mystery><!-- why? -->
          <o:Alive>true</o:Alive>
          <o:Pests />
        </o:Tree>

        """

    private func edit(_ text: String, _ changes: [BodyChange]) throws -> String {
        let bytes = try BodyEditor(try Orchard.model()).edit(xml: Array(text.utf8), changes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func problems(_ text: String, _ changes: [BodyChange]) throws -> [BodyProblem] {
        do {
            _ = try edit(text, changes)
            return []
        } catch let error as BodyProblems {
            return error.problems
        }
    }

    @Test func twoFieldsChangeAndNothingElse() throws {
        let changed = try edit(document, [BodyChange("alive", "false"), BodyChange("@label", "c<d")])
        let expected = document.replacing(">true<", with: ">false<").replacing("a &amp; b", with: "c&lt;d")
        #expect(changed == expected)
    }

    @Test func whatIsThereAlreadyChangesNothing() throws {
        let same = [BodyChange("Kind", "Fig <3"), BodyChange("Label", "a & b"), BodyChange("Pests", "")]
        #expect(try edit(document, same) == document)
        #expect(try edit(document, []) == document)
    }

    @Test func newElementsComeWhereTheSchemaWantsThem() throws {
        let changed = try edit(
            document,
            [BodyChange("Planted", "2024-05-01"), BodyChange("Height", "3"), BodyChange("Href", "https://x/\"1\"")]
        )
        let expected =
            document
            .replacing("</o:Kind>", with: "</o:Kind>\n  <o:Height>3</o:Height>\n  <o:Planted>2024-05-01</o:Planted>")
            .replacing("\"a &amp; b\"", with: "\"a &amp; b\" Href=\"https://x/&quot;1&quot;\"")
        #expect(changed == expected)
        let first = try edit(
            "<Tree xmlns='urn:example:orchard' UID='urn:tree:0000'><Alive>1</Alive></Tree>",
            [BodyChange("Kind", "a")]
        )
        #expect(first == "<Tree xmlns='urn:example:orchard' UID='urn:tree:0000'><Kind>a</Kind><Alive>1</Alive></Tree>")
    }

    @Test func newGroupsAreMadeWithTheirParts() throws {
        let changed = try edit(
            document,
            [
                BodyChange("Fruits.Fruit[1].Weight", "3"), BodyChange("Fruits.Fruit[1].Ripe", "true"),
                BodyChange("Fruits.Fruit[2].Ripe", "false"), BodyChange("Fruits.Fruit[2].Weight", "4"),
                BodyChange("Pests.Name", "Wasp"), BodyChange("Pests.Name[2]", "Snail"),
            ]
        )
        let fruits = """
            </o:Alive>
              <o:Fruits>
                <o:Fruit>
                  <o:Weight>3</o:Weight>
                  <o:Ripe>true</o:Ripe>
                </o:Fruit>
                <o:Fruit>
                  <o:Weight>4</o:Weight>
                  <o:Ripe>false</o:Ripe>
                </o:Fruit>
              </o:Fruits>
            """
        let pests = "<o:Pests>\n    <o:Name>Wasp</o:Name>\n    <o:Name>Snail</o:Name>\n  </o:Pests>"
        #expect(changed == document.replacing("</o:Alive>", with: fruits).replacing("<o:Pests />", with: pests))
        let incomplete = try problems(document, [BodyChange("Fruits.Fruit.Weight", "3")])
        #expect(incomplete.map(\.path) == ["Fruits.Fruit.Ripe"])
    }

    @Test func thingsAreTakenOut() throws {
        let changed = try edit(
            document,
            [BodyChange("Alive", nil), BodyChange("Label", nil), BodyChange("Mystery", nil)]
        )
        let expected =
            document.replacing("\n  <o:Alive>true</o:Alive>", with: "")
            .replacing("\n    Label=\"a &amp; b\"", with: "")
            .replacing("\n  <o:Mystery deep=\"yes\">kept<o:Inner/></o:Mystery>", with: "")
        #expect(changed == expected)
        #expect(try problems(document, [BodyChange("Kind", nil)]).map(\.code) == [.missing])
        #expect(try problems(document, [BodyChange("Height", nil)]).map(\.code) == [.notThere])
    }

    @Test func whatTheSchemaDoesNotKnowCanBeChanged() throws {
        #expect(
            try edit(document, [BodyChange("Mystery.@deep", "no")]) == document.replacing("\"yes\"", with: "\"no\"")
        )
        #expect(try problems(document, [BodyChange("Mystery", "x")]).map(\.code) == [.hasParts])
        #expect(try problems(document, [BodyChange("Misery", "x")]).map(\.code) == [.unknown])
    }

    @Test func everyProblemIsToldAndNothingChanged() throws {
        let problems = try problems(
            document,
            [
                BodyChange("Alive", "maybe"), BodyChange("Heigth", "1"), BodyChange("Height", "-1"),
                BodyChange("Pests.Name[3]", "x"), BodyChange("Links", "x"),
            ]
        )
        #expect(
            problems.map(\.code.rawValue) == ["wrong-type", "unknown-field", "out-of-limits", "not-there", "has-parts"]
        )
        #expect(problems[1].candidates.first == "Height")
    }

    @Test func oneOfSeveralMustBeNamed() throws {
        let list = """
            <Trees xmlns="urn:example:orchard">
              <Tree UID="urn:tree:0001"><Kind>a</Kind></Tree>
              <Tree UID="urn:tree:0002"><Kind>b</Kind></Tree>
            </Trees>
            """
        #expect(try problems(list, [BodyChange("Tree.Kind", "c")]).first?.candidates == ["Tree[1]", "Tree[2]"])
        #expect(try edit(list, [BodyChange("Tree[2].Kind", "c")]) == list.replacing(">b<", with: ">c<"))
    }

    @Test func branchesAreChangedByTakingOneOut() throws {
        let spec = """
            <PlantingSpec xmlns="urn:example:orchard"><SeedInfo><Name>a</Name><Bed>b</Bed></SeedInfo></PlantingSpec>
            """
        let graft = [
            BodyChange("GraftInfo.Name", "a"), BodyChange("GraftInfo.Tree", "urn:tree:0000"),
            BodyChange("GraftInfo.Bud", "true"),
        ]
        #expect(try problems(spec, Array(graft.prefix(1))).map(\.code) == [.branchConflict])
        let changed = try edit(spec, graft + [BodyChange("SeedInfo", nil)])
        #expect(
            changed
                == "<PlantingSpec xmlns=\"urn:example:orchard\"><GraftInfo><Name>a</Name><Tree>urn:tree:0000</Tree><Bud>true</Bud></GraftInfo></PlantingSpec>"
        )
        #expect(try CompiledSchema(xsd: Orchard.whole).validate(Array(changed.utf8)).verdict == .valid)
        #expect(try problems(spec, [BodyChange("SeedInfo", nil)]).map(\.code) == [.branchMissing])
        #expect(
            try problems(spec, Array(graft.dropLast()) + [BodyChange("SeedInfo", nil)]).map(\.code) == [.branchMissing]
        )
    }

    @Test func nilElementsGetTheirValue() throws {
        let text =
            "<Tree xmlns='urn:example:orchard' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' UID='urn:tree:0000'><Kind>a</Kind><Height i:nil='true'/></Tree>"
        #expect(
            try edit(text, [BodyChange("Height", "4")])
                == text.replacing("<Height i:nil='true'/>", with: "<Height>4</Height>")
        )
    }

    @Test func otherDocumentsAreRefused() throws {
        #expect(try problems("<Tree", []).map(\.code) == [.badDocument])
        #expect(try problems("<Shrub/>", []).map(\.code) == [.badDocument])
    }

    @Test func otherEncodingsGetNumbers() throws {
        let text = "<?xml version='1.0' encoding='iso-8859-1'?><Note xmlns='urn:example:orchard' By='me'>a</Note>"
        #expect(try edit(text, [BodyChange("Note", "é")]) == text.replacing(">a<", with: ">&#233;<"))
        #expect(try edit(document, [BodyChange("Kind", "é")]).contains("<o:Kind>é</o:Kind>"))
    }

    @Test func secretsAreNotRepeated() throws {
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence>
              <xs:element name="Password"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/>
              </xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>
            """
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(schema.utf8))])
        let built = #expect(throws: BodyProblems.self) {
            try BodyBuilder("r", in: model).build([BodyEntry("password", "hunter2")])
        }
        let edited = #expect(throws: BodyProblems.self) {
            try BodyEditor(model).edit(
                xml: Array("<r><Password>a</Password></r>".utf8),
                [BodyChange("Password", "hunter2")]
            )
        }
        for problems in [built, edited] {
            #expect(problems?.problems.map(\.code.rawValue) == ["out-of-limits"])
            #expect(problems?.description.contains("hunter2") == false)
        }
    }

    @Test func windowsLineEndsStay() throws {
        let text = document.replacing("\n", with: "\r\n")
        let changed = try edit(text, [BodyChange("Height", "3")])
        #expect(changed == text.replacing("</o:Kind>", with: "</o:Kind>\r\n  <o:Height>3</o:Height>"))
    }
}
