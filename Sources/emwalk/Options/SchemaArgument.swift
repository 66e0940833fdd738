// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Foundation
internal import Hypermedia
internal import LibXML
internal import XMLSchema

/// The schema that a person names, with what it includes from its own folder; else that of the shell that one is in;
/// ours if none is named.
enum SchemaArgument {
    static func read(_ path: String?) throws -> Schema {
        guard let path = path ?? Surroundings.current.shell?.schema else { return try .enterpriseManager() }
        let bytes = try FileArgument.read(path)
        guard path != "-" else { return try Schema(xsd: bytes) }
        let file = URL(fileURLWithPath: path)
        let folder = file.deletingLastPathComponent()
        let documents = Schema.documents(door: SchemaDocument(name: file.lastPathComponent, bytes: bytes)) { name in
            // A document that is not there is told of by its name, as one that may not be included.
            (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) }
        }
        return try Schema(documents: documents)
    }

    /// The model of that schema.
    static func model(_ path: String?) throws -> SchemaModel {
        let schema = try read(path)
        guard let model = schema.model else {
            throw CommandError("bad-schema", "The schema cannot be shown: \(schema.modelProblem ?? "no model").")
        }
        return model
    }
}
#endif
