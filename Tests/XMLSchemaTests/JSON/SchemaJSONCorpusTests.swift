// SPDX-License-Identifier: Apache-2.0

import Fixtures
import JSONReader
import LibXML
import NodeStore
import Testing
import XMLSchema

/// Mapping between XML and JSON by the schema of the package, over the vendor's documents.
@Suite(.enabled(if: EnterpriseSchema.hasDocuments, "the vendor's documents or the schema are not here"))
struct SchemaJSONCorpusTests {
    private let own: EnterpriseSchema.Both
    private let reader: SchemaJSONReader

    init() throws {
        own = try #require(EnterpriseSchema.own)
        reader = SchemaJSONReader(model: own.model, shape: EnterpriseSchema.shape)
    }

    @Test func documentsInJSONAreValid() throws {
        let validator = SchemaJSONValidator(compiled: own.compiled, model: own.model, shape: EnterpriseSchema.shape)
        var invalid: [String] = []
        let documents = EnterpriseSchema.documents.filter { $0.format == "json" }
        for document in documents {
            let result = try validator.validate(EnterpriseSchema.bytes(document.file), root: document.root)
            #expect(result.diagnoses.allSatisfy { ($0.line ?? 0) > 0 && ($0.column ?? 0) > 0 && $0.jsonPath != nil })
            if result.verdict != .valid { invalid.append("\(document.file): \(result.diagnoses)") }
        }
        // One has a blank inside an identifier, one a member xmlns.
        #expect(invalid.count <= 2, "\(invalid.joined(separator: "\n"))")
        #expect(documents.count > 30)
    }

    @Test func fromXMLToJSONAndBack() throws {
        var count = 0
        for document in EnterpriseSchema.documents where document.format == "xml" {
            let bytes = try EnterpriseSchema.bytes(document.file)
            guard try own.compiled.validate(bytes).verdict == .valid else { continue }
            let body = try SchemaBody(xml: bytes, model: own.model)
            let json = body.json(EnterpriseSchema.shape)
            let root = try own.model.element(named: document.root)
            let twin = try reader.read(json, root: root)
            #expect(twin.unknown.isEmpty, "\(document.file): \(twin.unknown)")
            #expect(try own.compiled.validate(twin.xml).verdict == .valid, "\(document.file)")
            let there = try XMLDump.lines(bytes)
            let back = try XMLDump.lines(twin.xml)
            #expect(
                there == back,
                "\(document.file): \(XMLDump.difference(there, back))\n\(String(decoding: json, as: UTF8.self))"
            )
            count += 1
        }
        #expect(count > 200)
    }

    @Test func fromJSONToXMLAndBack() throws {
        for document in EnterpriseSchema.documents where document.format == "json" {
            let bytes = try EnterpriseSchema.bytes(document.file)
            let root = try own.model.element(named: document.root)
            let twin = try reader.read(bytes, root: root)
            let json = try SchemaBody(xml: twin.xml, model: own.model).json(EnterpriseSchema.shape)
            let there = try JSONDump.lines(bytes).filter { line in
                !twin.unknown.contains { line.contains(JSONDump.fold($0.jsonPath ?? "?")) }
            }
            let back = try JSONDump.lines(json)
            #expect(there == back, "\(document.file): \(XMLDump.difference(there, back))")
        }
    }

    /// Some of the examples in JSON show a member more than those in XML.
    @Test func twinsSayTheSame() throws {
        var count = 0
        for pair in EnterpriseSchema.pairs where pair.isEqual {
            let root = try own.model.element(named: pair.root)
            let twin = try reader.read(EnterpriseSchema.bytes(pair.json), root: root)
            let there = try XMLDump.lines(EnterpriseSchema.bytes(pair.xml))
            let back = try XMLDump.lines(twin.xml)
            #expect(Set(there).isSubset(of: back), "\(pair.json): \(XMLDump.difference(there, back))")
            count += 1
        }
        #expect(count > 3)
    }
}
