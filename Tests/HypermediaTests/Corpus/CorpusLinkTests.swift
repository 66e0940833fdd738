// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing

/// Every well-formed example of the vendor's guide parses, and has the links that somebody else's parser finds.
@Suite(.enabled(if: VendorCorpus.folder != nil, "the corpus of vendor examples is not beside the package"))
struct CorpusLinkTests {
    private func read(_ name: String) throws -> (bytes: [UInt8], document: Representation) {
        let bytes = try #require(VendorCorpus.bytes(name))
        return (bytes, try Representation.read(bytes, profile: .enterpriseManager))
    }

    @Test func thereAreDocuments() {
        #expect(VendorCorpus.documents("xml").count >= 250)
        #expect(VendorCorpus.documents("json").count >= 35)
    }

    @Test(arguments: VendorCorpus.documents("xml"))
    func xmlHasTheLinksOfAnIndependentWalk(_ name: String) throws {
        let (bytes, document) = try read(name)
        let expected = try #require(XMLWalk.links(in: bytes))
        #expect(document.links.map(PlainLink.init) == expected)
        #expect(document.findings().isEmpty)
    }

    @Test(arguments: VendorCorpus.documents("json"))
    func jsonHasTheLinksOfAnIndependentWalk(_ name: String) throws {
        let (bytes, document) = try read(name)
        let expected = try #require(JSONWalk.links(in: bytes))
        #expect(document.links.map(PlainLink.init).sorted() == expected.sorted())
        #expect(document.findings().isEmpty)
    }

    /// Each link is one resource's own: those of all resources and their parts are those of the document.
    @Test(arguments: VendorCorpus.documents("xml") + VendorCorpus.documents("json"))
    func eachLinkHasOneOwner(_ name: String) throws {
        let (_, document) = try read(name)
        var owned = document.root.links.map(PlainLink.init)
        var rest = document.root.elements
        while let element = rest.popLast() {
            // Links themselves have elements as well, which own nothing.
            owned += element.links.map(PlainLink.init)
            rest += element.elements
        }
        #expect(owned.sorted() == document.links.map(PlainLink.init).sorted())
    }
}
