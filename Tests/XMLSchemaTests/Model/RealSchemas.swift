// SPDX-License-Identifier: Apache-2.0

import Foundation
import XMLSchema

/// The vendor's schema and our own, where they lie beside or in the package.
enum RealSchemas {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = package.deletingLastPathComponent().appendingPathComponent("shared")
    static let vendorFile = shared.appendingPathComponent("schema/RestAPI-v1.3.xsd")
    static let ourFolder = package.appendingPathComponent("Schemas")
    static let ourDoor = ourFolder.appendingPathComponent("em-rest-1.7.xsd")

    static var isVendorThere: Bool { FileManager.default.fileExists(atPath: vendorFile.path) }
    static var isOursThere: Bool { FileManager.default.fileExists(atPath: ourDoor.path) }

    static func vendorBytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: vendorFile)) }

    static func vendor() throws -> SchemaModel {
        try SchemaModel([SchemaDocument(name: "RestAPI-v1.3.xsd", bytes: try vendorBytes())])
    }

    static func ourDocuments() throws -> [SchemaDocument] {
        let modules = ourFolder.appendingPathComponent("em-rest-1.7")
        let names = try FileManager.default.contentsOfDirectory(atPath: modules.path).filter { $0.hasSuffix(".xsd") }
        let files = [ourDoor] + names.sorted().map { modules.appendingPathComponent($0) }
        return try files.map { SchemaDocument(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0))) }
    }

    static func ours() throws -> SchemaModel { try SchemaModel(try ourDocuments()) }

    /// Our schema in one document, for validators that fetch nothing.
    static func ourWhole() throws -> [UInt8] {
        var head = ""
        var body = ""
        for document in try ourDocuments() {
            let text = String(decoding: document.bytes, as: UTF8.self)
            guard let start = text.range(of: "<xs:schema"),
                let open = text.range(of: ">", range: start.upperBound..<text.endIndex),
                let close = text.range(of: "</xs:schema>")
            else { continue }
            if head.isEmpty { head = String(text[start.lowerBound..<open.upperBound]) }
            body += text[open.upperBound..<close.lowerBound].split(separator: "\n")
                .filter { !$0.contains("<xs:include") }.joined(separator: "\n")
        }
        return Array((head + body + "</xs:schema>").utf8)
    }
}
