// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing
import XMLSchema

/// Example bodies of every element, written and edited: what is there already must be found and left alone.
@Suite struct ExampleEditTests {
    private let shape = JSONShape(
        link: LinkShape(element: "Link", containers: ["Links"], rel: "Rel", type: "Type", href: "Href", name: "Name"),
        lists: ["Links": "Link", "Pests": "Name", "ExcludedIndexingFolders": "Path", "Tags": "Tag"],
        renames: ["RetrySpecified1": "RetrySpecified"]
    )

    private func faults(_ model: SchemaModel) throws -> (faults: [String], count: Int) {
        var faults: [String] = []
        var count = 0
        let editor = BodyEditor(model)
        for element in model.elements {
            let body = try SchemaForm(element.name, in: model, depth: 1).maximalBody()
            let xml = body.xml()
            let json = body.json(shape)
            guard xml.count < 50_000 else { continue }
            let entries = BodyParts.entries(body.root, path: "", root: element.name)
            // A few of each are enough, and all of them in one edit: each would take minutes.
            let changes = stride(from: 0, to: entries.count, by: max(1, entries.count / 6))
                .map { BodyChange(entries[$0].path, entries[$0].value) }
            count += changes.count
            do {
                if try editor.edit(xml: xml, changes) != xml { faults.append("\(element.name) XML \(changes)") }
                let same = try editor.edit(json: json, element: element.name, shape: shape, changes)
                if same != json { faults.append("\(element.name) JSON \(changes)") }
            } catch {
                faults.append("\(element.name) \(changes): \(error)")
            }
        }
        return (faults, count)
    }

    @Test func theOrchard() throws {
        let (faults, count) = try faults(Orchard.model())
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 10)
    }

    @Test(.enabled(if: RealSchemas.isVendorThere, "the vendor's schema is not here"))
    func theVendorsElements() throws {
        let (faults, count) = try faults(RealSchemas.vendor())
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 500)
    }

    @Test(.enabled(if: RealSchemas.isOursThere, "our schema is not here yet"))
    func ourElements() throws {
        let (faults, count) = try faults(RealSchemas.ours())
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 500)
    }
}
