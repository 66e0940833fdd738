// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML

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

    /// The schema under test, compiled with all that it includes.
    static func compiledSchema() throws -> CompiledSchema {
        let folder = schema.deletingLastPathComponent()
        let door = SchemaSource(name: schema.lastPathComponent, bytes: [UInt8](try Data(contentsOf: schema)))
        let sources = SchemaCollector.collect(door) { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
        }
        return try CompiledSchema(documents: sources)
    }

    static func table(_ name: String) throws -> Table {
        try Table(tables.appendingPathComponent(name + ".tsv"))
    }
}
