// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Fixtures
import Foundation
import Hypermedia
import Testing

/// XML and JSON, in both of its key cases, are one graph.
///
/// Each document has one dump for all its formats. `UPDATE_SNAPSHOTS=1 swift test --filter DocumentTests` writes it anew
/// from the XML; read the difference before you commit it.
@Suite struct DocumentTests {
    /// The types of the links that led to documents that do not say what they are.
    private static let expectedTypes: [String: LinkType] = [
        "EmptyReferences": "JobReferenceList", "EntityReferences": "JobReferenceList",
        "LogonSessions": "LogonSession", "LinkedRepositories": "LinkedBackupRepositoryObjectList",
        "ObjectsInJob": "ObjectInJobList", "QueryResult": "BackupJobSessionList",
        "QueryReferences": "RepositoryReferenceList", "FileSystemEntries": "FileSystemItemsList",
        "HierarchyItems": "HierarchyItemList", "CloudTenants": "CloudTenantList", "Vlans": "VlanConfigurationList",
    ]

    /// Our schema, compiled once.
    private static let schema = Result { try Schema.enterpriseManager() }

    private func read(_ file: String, expecting type: LinkType?) throws -> Representation {
        let bytes = try #require(Fixtures.bytes(file), "there is no document \(file)")
        return try Representation.read(bytes, profile: .enterpriseManager, expectedType: type)
    }

    @Test func thereAreDocuments() { #expect(Fixtures.names.count >= 20) }

    @Test(arguments: Fixtures.names, ["xml", "json", "camel.json"])
    func isReadAsItsDump(_ name: String, _ format: String) throws {
        let type = Self.expectedTypes[name]
        let dump = GraphDump(try read("\(name).\(format)", expecting: type)).text
        guard ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != "1" else {
            if format == "xml" { try dump.write(to: source(of: "\(name).dump"), atomically: true, encoding: .utf8) }
            return
        }
        let expected = try #require(Fixtures.bytes("\(name).dump"), "there is no dump of \(name)")
        let lines = dump.split(separator: "\n")
        let expectedLines = String(decoding: expected, as: UTF8.self).split(separator: "\n")
        #expect(lines == expectedLines)
    }

    /// The name of a root that JSON does not write, found without the link that led to it.
    @Test(
        arguments: Fixtures.names.filter { !["EmptyReferences", "HierarchyItems"].contains($0) },
        ["json", "camel.json"]
    )
    func rootIsFoundWithoutALink(_ name: String, _ format: String) throws {
        let expected = try read("\(name).xml", expecting: nil).root.name
        let found = try read("\(name).\(format)", expecting: nil).root.name
        #expect(found.lowercased() == expected.lowercased())
    }

    @Test(arguments: Fixtures.names, ["xml", "json", "camel.json"])
    func isValid(_ name: String, _ format: String) throws {
        let bytes = try #require(Fixtures.bytes("\(name).\(format)"), "there is no document \(name).\(format)")
        let root = try read("\(name).xml", expecting: nil).root.name
        let report = try Self.schema.get().validate(
            bytes,
            format: format == "xml" ? .xml : .json,
            root: root,
            profile: .enterpriseManager
        )
        #expect(report.verdict == .valid)
        #expect(report.findings.isEmpty)
    }

    @Test(arguments: Fixtures.names, ["xml", "json", "camel.json"])
    func nothingIsOdd(_ name: String, _ format: String) throws {
        let document = try read("\(name).\(format)", expecting: Self.expectedTypes[name])
        #expect(document.unusableReason == nil)
        #expect(document.findings(format: document.format, type: Self.expectedTypes[name]).isEmpty)
    }

    private func source(of file: String) -> URL {
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.appending(path: "Fixtures/documents").appending(path: file)
    }
}
