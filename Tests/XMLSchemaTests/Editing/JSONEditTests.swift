// SPDX-License-Identifier: Apache-2.0

import JSONReader
import LibXML
import NodeStore
import Testing
import XMLSchema

@Suite struct JSONEditTests {
    private let document = """
        {
          "Kind": "F\\u0069g",
          "Mystery": {"deep": [1, 2.50, 1e3], "x": null},
          "Height":  3,
          "Alive": null,
          "Fruits": {
            "Fruits": [
              {
                "Weight": 12,
                "Ripe": true
              }
            ]
          },
          "Pests": [],
          "Links": [{"Rel": "Up", "Href": "https://x/1"}],
          "UID": "urn:tree:00ff",
          "Type": "Tree"
        }
        """

    private let shape = JSONShape(
        link: LinkShape(element: "Link", containers: ["Links"], rel: "Rel", type: "Type", href: "Href", name: "Name"),
        lists: ["Links": "Link", "Pests": "Name"]
    )

    private func edit(_ text: String, _ changes: [BodyChange], element: String = "Tree") throws -> String {
        let editor = BodyEditor(try Orchard.model())
        return String(
            decoding: try editor.edit(json: Array(text.utf8), element: element, shape: shape, changes),
            as: UTF8.self
        )
    }

    private func codes(_ text: String, _ changes: [BodyChange]) throws -> [String] {
        do {
            _ = try edit(text, changes)
            return []
        } catch let error as BodyProblems {
            return error.problems.map(\.code.rawValue)
        }
    }

    @Test func twoFieldsChangeAndNothingElse() throws {
        let changed = try edit(document, [BodyChange("height", "4"), BodyChange("Fruits.Fruit.Ripe", "false")])
        #expect(
            changed == document.replacing("  3,", with: "  4,").replacing("\"Ripe\": true", with: "\"Ripe\": false")
        )
        #expect(try edit(document, [BodyChange("Kind", "Fig"), BodyChange("Height", "3")]) == document)
    }

    @Test func nullsAndAbsentMembersGetValues() throws {
        let changed = try edit(
            document,
            [BodyChange("Alive", "true"), BodyChange("Planted", "2024-05-01"), BodyChange("Label", "a \"b\"")]
        )
        let expected =
            document.replacing("\"Alive\": null", with: "\"Alive\": true")
            .replacing("\"Height\":  3,", with: "\"Height\":  3,\n  \"Planted\": \"2024-05-01\",")
            .replacing("\"Type\": \"Tree\"", with: "\"Type\": \"Tree\",\n  \"Label\": \"a \\\"b\\\"\"")
        #expect(changed == expected)
    }

    @Test func arraysGetItems() throws {
        let changed = try edit(
            document,
            [
                BodyChange("Pests.Name", "Wasp"), BodyChange("Pests.Name[2]", "Snail"),
                BodyChange("Fruits.Fruit[2].Weight", "1"), BodyChange("Fruits.Fruit[2].Ripe", "true"),
            ]
        )
        let expected =
            document.replacing("\"Pests\": []", with: "\"Pests\": [\n    \"Wasp\",\n    \"Snail\"\n  ]")
            .replacing(
                "\"Ripe\": true\n      }",
                with: "\"Ripe\": true\n      },\n      {\n        \"Weight\": 1,\n        \"Ripe\": true\n      }"
            )
        #expect(changed == expected)
        #expect(try codes(document, [BodyChange("Fruits.Fruit[4].Weight", "1")]) == ["not-there"])
        #expect(try codes(document, [BodyChange("Fruits.Fruit[2].Weight", "1")]) == ["missing-field"])
    }

    @Test func newGroupsAreMadeWithTheirWrapper() throws {
        let changed = try edit(
            "{\"kind\":\"a\",\"uid\":\"urn:tree:0000\"}",
            [
                BodyChange("Fruits.Fruit.Weight", "1"), BodyChange("Fruits.Fruit.Ripe", "true"),
                BodyChange("Pests.Name", "x"),
            ]
        )
        let expected = """
            {"kind":"a","fruits":{"fruits": [{"weight": 1, "ripe": true}]}, "pests": ["x"],"uid":"urn:tree:0000"}
            """
        #expect(changed.filter { $0 != " " } == expected.filter { $0 != " " })
    }

    @Test func thingsAreTakenOut() throws {
        let changed = try edit(
            document,
            [BodyChange("Height", nil), BodyChange("Mystery.x", nil), BodyChange("Type", nil)]
        )
        let expected =
            document.replacing("\n  \"Height\":  3,", with: "").replacing(", \"x\": null", with: "")
            .replacing(",\n  \"Type\": \"Tree\"", with: "")
        #expect(changed == expected)
        #expect(try codes(document, [BodyChange("Kind", nil)]) == ["missing-field"])
    }

    @Test func unknownMembersKeepTheirKind() throws {
        let changed = try edit(document, [BodyChange("Mystery.deep[2]", "7"), BodyChange("Mystery.x", "text")])
        #expect(changed == document.replacing("2.50", with: "7").replacing("\"x\": null", with: "\"x\": \"text\""))
    }

    @Test func whatCannotBeReadBackIsTold() throws {
        // Longer than a reader takes, so nobody could read the answer.
        let large = String(repeating: "x", count: 9 << 20)
        #expect(
            try codes("{\"Kind\": \"a\", \"UID\": \"urn:tree:0000\"}", [BodyChange("Label", large)]) == ["bad-document"]
        )
        let deep = Array(repeating: "Branch", count: 101).joined(separator: ".") + ".Angle"
        #expect(try codes(document, [BodyChange(deep, "1")]) == ["unknown-field"])
    }

    @Test func problemsAreTold() throws {
        #expect(
            try codes(document, [BodyChange("Height", "x"), BodyChange("Hight", "1"), BodyChange("Fruits", "1")])
                == ["wrong-type", "unknown-field", "has-parts"]
        )
        #expect(try codes("[1]", []) == ["bad-document"])
        #expect(try codes("{", []) == ["bad-document"])
    }

    @Test func textBesideAttributesIsAMemberOfItsOwn() throws {
        let note = "{\"By\": \"me\", \"Value\": \"old\"}"
        #expect(try edit(note, [BodyChange("Note", "new")], element: "Note") == note.replacing("old", with: "new"))
    }

    @Test(arguments: [
        ("JobName", "jobName"), ("UID", "uid"), ("VMwareHost", "vMwareHost"), ("Id", "id"), ("HTTPPort", "httpPort"),
        ("CreationTimeUTC", "creationTimeUTC"),
    ])
    func keysOfNewServersBeginSmall(_ key: String, _ spelling: String) throws {
        // Seen through what an editor writes into a document whose keys begin small.
        let text = """
            <xs:schema xmlns="urn:x" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">
            <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="first" type="xs:int"/>
              <xs:element name="\(key)" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """
        let model = try SchemaModel([SchemaDocument(name: "x", bytes: Array(text.utf8))])
        let bytes = try BodyEditor(model).edit(
            json: Array("{\"first\": 1}".utf8),
            element: "r",
            shape: shape,
            [BodyChange(key, "2")]
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"first\": 1, \"\(spelling)\": 2}")
    }
}
