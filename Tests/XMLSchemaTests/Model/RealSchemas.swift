// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import XMLSchema

/// The vendor's schema and our own, where they lie beside or in the package; each is read and compiled once.
enum RealSchemas {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = package.deletingLastPathComponent().appendingPathComponent("shared")
    static let vendorFile = shared.appendingPathComponent("schema/RestAPI-v1.3.xsd")
    static let ourDoor = package.appendingPathComponent("Schemas/em-rest-1.7.xsd")

    static var isVendorThere: Bool { FileManager.default.fileExists(atPath: vendorFile.path) }
    static var isOursThere: Bool { FileManager.default.fileExists(atPath: ourDoor.path) }

    private static let vendorModel = Result { try SchemaModel(documents(of: vendorFile)) }
    private static let vendorJudge = Result { try CompiledSchema(documents: documents(of: vendorFile)) }
    private static let ourModel = Result { try SchemaModel(documents(of: ourDoor)) }
    private static let ourJudge = Result { try CompiledSchema(documents: documents(of: ourDoor)) }

    static func vendor() throws -> SchemaModel { try vendorModel.get() }
    static func vendorCompiled() throws -> CompiledSchema { try vendorJudge.get() }
    static func ours() throws -> SchemaModel { try ourModel.get() }
    static func oursCompiled() throws -> CompiledSchema { try ourJudge.get() }

    /// A schema and all that it includes.
    static func documents(of door: URL) throws -> [SchemaDocument] {
        let folder = door.deletingLastPathComponent()
        let document = SchemaDocument(name: door.lastPathComponent, bytes: [UInt8](try Data(contentsOf: door)))
        return SchemaCollector.collect(document) { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
        }
    }
}
