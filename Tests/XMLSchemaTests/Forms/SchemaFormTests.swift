// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import Testing
import XMLSchema

@Suite struct SchemaFormTests {
    @Test func fieldsHaveAllThatIsKnown() throws {
        let form = try SchemaForm("plantingspec", in: try Orchard.model())
        #expect(form.element == "PlantingSpec")
        #expect(
            form.fields.map(\.path) == [
                "SeedInfo", "SeedInfo.Name", "SeedInfo.Depth", "SeedInfo.Bed", "GraftInfo", "GraftInfo.Name",
                "GraftInfo.Tree", "GraftInfo.Whip", "GraftInfo.Bud",
            ]
        )
        let depth = try #require(form.fields.first { $0.path == "SeedInfo.Depth" })
        #expect(depth.type == "whole number")
        #expect(depth.typeName == "Depth")
        #expect(depth.unit == "centimetres")
        #expect(depth.limits == ["at least 0", "at most 30"])
        #expect(!depth.isRequired && !depth.isRepeated && depth.depth == 1)
        #expect(depth.example == "1")
        let name = try #require(form.fields.first { $0.path == "GraftInfo.Name" })
        #expect(name.isRequired)
        #expect(name.limits == ["1 to 10 characters"])
        let groups = form.fields.map { $0.choices.map { "\($0.group).\($0.branch)" } }
        #expect(groups == [["0.0"], [], [], [], ["0.1"], [], [], ["1.0"], ["1.1"]])
        #expect(form.fields.filter { !$0.choices.isEmpty }.allSatisfy { $0.choices[0].isRequired })
    }

    @Test func listsAndEnumerationsAreToldInWords() throws {
        let form = try SchemaForm("Tree", in: try Orchard.model())
        #expect(form.documentation == "A tree in the orchard.")
        #expect(form.since == "1.2")
        let kind = try #require(form.fields.first { $0.path == "Kind" })
        #expect(kind.values.map(\.value) == ["Apple", "Pear"])
        #expect(!kind.isClosed)
        #expect(kind.example == "Apple")
        #expect(form.fields.first { $0.path == "Fruits" }?.type == "list of Fruit")
        #expect(form.fields.first { $0.path == "Fruits.Fruit" }?.isRepeated == true)
        #expect(form.fields.first { $0.path == "UID" }?.kind == "attribute")
    }

    @Test func typesInsideThemselvesAndDepthAreCut() throws {
        let model = try Orchard.model()
        let branch = try SchemaForm("Branch", in: model)
        #expect(branch.fields.map(\.path) == ["Angle", "Branch"])
        #expect(branch.fields.map(\.isCut) == [false, true])
        let tree = try SchemaForm("Tree", in: model, depth: 1)
        #expect(tree.fields.allSatisfy { $0.depth == 0 })
        #expect(tree.fields.filter(\.isCut).map(\.name) == ["Links", "Fruits", "Pests"])
    }

    @Test func theFormIsEncodable() throws {
        let data = try JSONEncoder().encode(try SchemaForm("Note", in: try Orchard.model()))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect((object["fields"] as? [Any])?.count == 2)
    }

    @Test func exampleBodiesOfTheOrchardAreValid() throws {
        let model = try Orchard.model()
        let compiled = try CompiledSchema(xsd: Orchard.whole)
        for element in model.elements {
            let form = try SchemaForm(element.name, in: model)
            for extent in [ExampleExtent.minimal, .maximal] {
                for example in form.alternatives(extent) {
                    let report = try compiled.validate(example.body.xml())
                    let text = String(decoding: example.body.xml(), as: UTF8.self)
                    #expect(report.verdict == .valid, "\(report.findings)\n\(text)")
                }
            }
        }
    }

    @Test func alternativesTakeEveryBranch() throws {
        let form = try SchemaForm("PlantingSpec", in: try Orchard.model())
        let alternatives = form.alternatives(.minimal)
        #expect(
            alternatives.map(\.branches) == [
                [], ["PlantingSpec.GraftInfo"], ["PlantingSpec.GraftInfo", "PlantingSpec.GraftInfo.Bud"],
            ]
        )
        let texts = alternatives.map { String(decoding: $0.body.xml(), as: UTF8.self) }
        #expect(texts[0].contains("<SeedInfo>") && !texts[0].contains("Depth"))
        #expect(texts[1].contains("<Whip>") && texts[2].contains("<Bud>"))
        #expect(String(decoding: form.maximalBody().xml(), as: UTF8.self).contains("<Depth>1</Depth>"))
    }
}
