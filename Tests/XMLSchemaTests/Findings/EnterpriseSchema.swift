// SPDX-License-Identifier: Apache-2.0

import Fixtures
import Foundation
import JSONReader
import LibXML
import NodeStore
import XMLSchema

/// The schemas and documents that tests find beside them; the vendor's are not part of the package.
enum EnterpriseSchema {
    static let corpus = RealSchemas.shared.appendingPathComponent("corpus")

    /// A schema, compiled and as a model.
    struct Both: Sendable {
        let compiled: CompiledSchema
        let model: SchemaModel
    }

    static let own = try? Both(compiled: RealSchemas.oursCompiled(), model: RealSchemas.ours())
    static let vendor = try? Both(compiled: RealSchemas.vendorCompiled(), model: RealSchemas.vendor())

    /// The vendor's documents, malformed ones left out: file, root and format.
    static let documents: [(file: String, root: String, format: String)] = {
        let index = (try? String(contentsOf: corpus.appendingPathComponent("INDEX.tsv"), encoding: .utf8)) ?? ""
        return index.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 6, fields[6] != "malformed" else { return nil }
            return (fields[0], fields[1], fields[3])
        }
    }()

    /// The documents that the vendor prints both in XML and in JSON, and whether all values are said to agree.
    static let pairs: [(json: String, xml: String, root: String, isEqual: Bool)] = {
        let index = (try? String(contentsOf: corpus.appendingPathComponent("PAIRS.tsv"), encoding: .utf8)) ?? ""
        return index.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 5 else { return nil }
            let isEqual = fields[2].contains("same data") && Double(fields[3]) == 1 && Double(fields[4]) == 1
            return (fields[0], fields[1], fields[5], isEqual)
        }
    }()

    static var hasDocuments: Bool { !documents.isEmpty && own != nil }

    static func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: corpus.appendingPathComponent(file)))
    }

    /// The few things about EM's JSON that no schema says.
    static let shape: JSONShape = {
        let links = LinkShape(
            element: "Link",
            containers: ["Links"],
            rel: "Rel",
            type: "Type",
            href: "Href",
            name: "Name"
        )
        return JSONShape(
            link: links,
            lists: [
                "Links": "Link", "ExcludedIndexingFolders": "Path", "IncludedIndexingFolders": "Path",
                "IncludeList": "Path", "ExcludeList": "Path", "Tags": "Tag", "VCentersScope": "VCenterUid",
                "VmsRestoreParameters": "Vm",
            ],
            renames: [
                "VCentersScopes": "VCentersScope", "RetrySpecified1": "RetrySpecified", "IncludeLists": "IncludeList",
                "ExcludeLists": "ExcludeList",
            ]
        )
    }()
}
