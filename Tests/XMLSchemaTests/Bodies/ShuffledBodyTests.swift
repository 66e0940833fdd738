// SPDX-License-Identifier: Apache-2.0

import Testing
import XMLSchema

/// Every example body, taken apart into paths and values and shuffled, must come back as it was.
@Suite struct ShuffledBodyTests {
    /// A node with its parts sorted by name, those of one name in their order.
    private static func sorted(_ node: SchemaBodyNode) -> SchemaBodyNode {
        let parts = node.nodes.enumerated().sorted { ($0.1.name, $0.0) < ($1.1.name, $1.0) }.map { sorted($0.1) }
        return SchemaBodyNode(
            name: node.name,
            kind: node.kind,
            content: node.nodes.isEmpty ? node.content : .nodes(parts),
            isRepeatable: node.isRepeatable
        )
    }

    /// Another order, always the same.
    private func shuffle(_ entries: [BodyEntry]) -> [BodyEntry] {
        let keys: [Int] = entries.indices.map { $0 * 7_919 % 1_009 }
        let order: [Int] = entries.indices.sorted { keys[$0] < keys[$1] }
        return order.map { entries[$0] }
    }

    /// The faults, and how many bodies were tried.
    private func faults(_ model: SchemaModel, _ elements: [ElementDeclaration], limit: Int) throws -> (
        faults: [String], count: Int
    ) {
        var faults: [String] = []
        var count = 0
        for element in elements {
            let builder = try BodyBuilder(element.name, in: model)
            let form = try SchemaForm(element.name, in: model, depth: 1)
            for extent in [ExampleExtent.minimal, .maximal] {
                for example in form.alternatives(extent, limit: limit) {
                    let entries = BodyParts.entries(example.body.root, path: "", root: element.name)
                    // Lists keep their order by their numbers, everything else by the schema.
                    let shuffled = shuffle(entries)
                    guard entries.count < 400 else { continue }
                    count += 1
                    do {
                        let body = try builder.build(shuffled)
                        // Where a schema has two right orders, the other one may come back.
                        if body != example.body, Self.sorted(body.root) != Self.sorted(example.body.root) {
                            faults.append("\(element.name) \(extent) \(example.branches)")
                        }
                    } catch {
                        faults.append("\(element.name) \(extent) \(example.branches):\n  \(error)")
                    }
                }
            }
        }
        return (faults, count)
    }

    @Test func theOrchardComesBack() throws {
        let model = try Orchard.model()
        let (faults, count) = try faults(model, model.elements, limit: 10)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 10)
    }

    @Test(.enabled(if: RealSchemas.isVendorThere, "the vendor's schema is not here"))
    func theVendorsBodiesComeBack() throws {
        let model = try RealSchemas.vendor()
        let (faults, count) = try faults(
            model,
            Thoroughness.sample(model.elements, each: 2),
            limit: Thoroughness.isFull ? 6 : 2
        )
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 100)
    }

    @Test(.enabled(if: RealSchemas.isOursThere, "our schema is not here yet"))
    func ourBodiesComeBack() throws {
        let model = try RealSchemas.ours()
        let (faults, count) = try faults(
            model,
            Thoroughness.sample(model.elements, each: 2),
            limit: Thoroughness.isFull ? 6 : 2
        )
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        #expect(count > 150)
    }
}
