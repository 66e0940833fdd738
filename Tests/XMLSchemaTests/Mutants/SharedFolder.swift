// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML

/// Where the schema lies, and the guide's tables and examples beside the package; the latter are not part of it.
enum SharedFolder {
    static let tables = RealSchemas.shared.appendingPathComponent("domain/tables")
    static let corpus = RealSchemas.shared.appendingPathComponent("corpus")

    /// The schema under test; `EMWALK_SCHEMA` names another one.
    static let schema: URL = {
        if let other = ProcessInfo.processInfo.environment["EMWALK_SCHEMA"], !other.isEmpty {
            return URL(fileURLWithPath: other)
        }
        return RealSchemas.ourDoor
    }()

    /// Whether tables, examples and a schema are there.
    static var isComplete: Bool {
        [tables, corpus, schema].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The schema under test, compiled with all that it includes.
    static func compiledSchema() throws -> CompiledSchema { try compiled.get() }

    private static let compiled = Result { try CompiledSchema(documents: RealSchemas.documents(of: schema)) }

    static func table(_ name: String) throws -> Table {
        try Table(tables.appendingPathComponent(name + ".tsv"))
    }
}
