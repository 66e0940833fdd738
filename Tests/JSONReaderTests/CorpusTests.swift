// SPDX-License-Identifier: Apache-2.0

import Foundation
import JSONReader
import NodeStore
import Testing

/// The JSON examples of the vendor's guide, which are kept beside the package and not in it.
@Suite(.enabled(if: VendorCorpus.folder != nil, "the corpus of vendor examples is not beside the package"))
struct CorpusTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(VendorCorpus.folder)
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    @Test func thereAreDocuments() {
        #expect(VendorCorpus.documents(malformed: false).count >= 30)
        #expect(VendorCorpus.documents(malformed: true).count >= 2)
    }

    @Test(arguments: VendorCorpus.documents(malformed: false))
    func isRead(_ name: String) throws {
        let bytes = try bytes(name)
        let read = try ReadStore(bytes: bytes)
        #expect(read.store.count > 1)
        // What is written back is, to Foundation, the document itself.
        let original = try JSONSerialization.jsonObject(with: Data(bytes)) as? NSObject
        let written = try JSONSerialization.jsonObject(with: Data(read.written.utf8)) as? NSObject
        #expect(original != nil && original == written)
    }

    /// As many links as there are objects with a relation and a target.
    @Test(arguments: VendorCorpus.documents(malformed: false))
    func everyLinkIsFound(_ name: String) throws {
        let bytes = try bytes(name)
        let links = try ReadStore(bytes: bytes).links
        #expect(links.count == countLinks(try JSONSerialization.jsonObject(with: Data(bytes))))
    }

    @Test(arguments: VendorCorpus.documents(malformed: true))
    func isRefusedAtItsPlace(_ name: String) throws {
        let bytes = try bytes(name)
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(bytes: bytes) }
        #expect(failure?.code == .malformed)
        #expect(failure?.line == 1)
        // Both have a comma before a closing brace: that brace is the place.
        let place = (failure?.column ?? 0) - 1
        #expect(bytes.indices.contains(place) && bytes[place] == UInt8(ascii: "}"))
    }

    private func countLinks(_ value: Any) -> Int {
        if let array = value as? [Any] { return array.reduce(0) { $0 + countLinks($1) } }
        guard let object = value as? [String: Any] else { return 0 }
        let own = object["Rel"] is String && object["Href"] is String ? 1 : 0
        return object.values.reduce(own) { $0 + countLinks($1) }
    }
}
