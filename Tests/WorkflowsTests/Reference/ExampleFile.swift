// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Workflows

/// One of the example files of the reference, with what its workflows are tried with.
struct ExampleFile: CustomTestStringConvertible, Sendable {
    /// A workflow with `x-try`: the inputs, and how it ends.
    struct Trial: Sendable {
        let workflow: String
        let inputs: [String: String]
        let outcome: Outcome
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let all = files(in: "Fixtures/workflows")

    /// The files of the catalogue.
    static let shipped = files(in: "Sources/WorkflowCatalogue")

    private static func files(in folder: String) -> [ExampleFile] {
        let folder = package.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".workflow.yaml") }.sorted().compactMap { name in
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
                ExampleFile(name: name, text: $0)
            }
        }
    }

    let name: String
    let text: String

    var testDescription: String { name }

    func node() throws -> SourceNode { try SourceNode.parse(text, file: name) }

    func trials() throws -> [Trial] {
        try node()["workflows"]?.elements.map { node in
            let trial = node["x-try"]
            var inputs: [String: String] = [:]
            if case .mapping(let entries) = trial?["inputs"]?.content {
                for entry in entries { inputs[entry.key] = entry.value.text }
            }
            return Trial(
                workflow: node["workflowId"]?.text ?? "",
                inputs: inputs,
                outcome: Outcome(rawValue: trial?["outcome"]?.text ?? "")
            )
        } ?? []
    }
}

extension SourceNode {
    /// The value at a key of a mapping.
    subscript(_ key: String) -> SourceNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    var elements: [SourceNode] {
        guard case .sequence(let nodes) = content else { return [] }
        return nodes
    }

    var entries: [Entry] {
        guard case .mapping(let entries) = content else { return [] }
        return entries
    }

    var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }
}
