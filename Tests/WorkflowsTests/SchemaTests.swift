// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Yams

@testable import Workflows

/// The published schema of the format and the reader accept the same files.
@Suite struct SchemaTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func schema() throws -> MiniSchema {
        let data = try Data(contentsOf: Self.package.appending(path: "Schemas/workflow.schema.json"))
        return MiniSchema(root: try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }

    private static let files: [String] = {
        let folder = package.appending(path: "Sources/WorkflowCatalogue")
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (names ?? []).filter { $0.hasSuffix(".workflow.yaml") }.sorted()
    }()

    @Test(arguments: files) func everyShippedFileFits(_ name: String) throws {
        let file = Self.package.appending(path: "Sources/WorkflowCatalogue/" + name)
        let value = try #require(try Yams.load(yaml: String(contentsOf: file, encoding: .utf8)))
        #expect(try schema().problems(of: value) == [])
    }

    @Test func everyFileIsShipped() throws {
        let list = Self.package.appending(path: "Sources/WorkflowCatalogue/embed.c")
        let embedded = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.hasPrefix("#embed") ? line.split(separator: "\"")[1] : nil
        }
        #expect(embedded.map(String.init) == Self.files)
        #expect(!embedded.isEmpty)
    }

    /// The schema says no where the reader says no, so that an editor shows what a run would.
    @Test(
        arguments: [
            ("summary: Try", "sumary: Try"), ("maxLength: 9", "maxLength: nine"), ("level: caution", "level: odd"),
            ("rel: Start", "role: Start"), ("workflowId: trial", "workflowId: a b"), ("\"1.0\"", "\"9\""),
            ("exists: {item", "exists: {itme"),
        ])
    func mistakesDoNotFit(_ old: String, _ new: String) throws {
        let schema = try schema()
        let fine = try #require(try Yams.load(yaml: FormatTests.fine))
        #expect(schema.problems(of: fine) == [])
        let broken = try #require(try Yams.load(yaml: FormatTests.fine.replacing(old, with: new, maxReplacements: 1)))
        #expect(schema.problems(of: broken) != [])
    }

    @Test(arguments: FormatKeys.allCases) func keysAreTheSame(_ part: FormatKeys) throws {
        let root = try schema().root
        let node = part == .file ? root : (root["$defs"] as? [String: Any])?[part.rawValue] as? [String: Any]
        let properties = try #require(node?["properties"] as? [String: Any])
        #expect(properties.keys.sorted() == part.names.sorted())
        for (key, value) in properties {
            let described = value as? [String: Any]
            #expect(described?["description"] != nil || described?["$ref"] != nil, "\(part).\(key)")
        }
    }
}
