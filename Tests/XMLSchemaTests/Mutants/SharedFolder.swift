// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Where the schema lies, and the guide's tables and examples beside the package; the latter are not part of it.
enum SharedFolder {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = package.deletingLastPathComponent().appendingPathComponent("shared")
    static let tables = shared.appendingPathComponent("domain/tables")
    static let corpus = shared.appendingPathComponent("corpus")

    /// The schema under test; `EMWALK_SCHEMA` names another one.
    static let schema: URL = {
        if let other = ProcessInfo.processInfo.environment["EMWALK_SCHEMA"], !other.isEmpty {
            return URL(fileURLWithPath: other)
        }
        return package.appendingPathComponent("Schemas/em-rest-1.7.xsd")
    }()

    /// Whether tables, examples and a schema are there.
    static var isComplete: Bool {
        [tables, corpus, schema].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
    }

    static func table(_ name: String) throws -> Table {
        try Table(tables.appendingPathComponent(name + ".tsv"))
    }
}
