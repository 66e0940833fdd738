// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing

/// What the guide shows in XML and in JSON for the same data is read as the same.
@Suite(.enabled(if: VendorCorpus.folder != nil, "the corpus of vendor examples is not beside the package"))
struct TwinTests {
    private func read(_ name: String) throws -> Representation {
        try Representation.read(try #require(VendorCorpus.bytes(name)), profile: .enterpriseManager)
    }

    @Test func thereAreTwins() { #expect(VendorCorpus.twins.count >= 10) }

    @Test(arguments: VendorCorpus.twins)
    func haveTheSameLinks(_ twins: VendorCorpus.Twins) throws {
        let json = try read(twins.json).links.map(PlainLink.init).sorted()
        let xml = try read(twins.xml).links.map(PlainLink.init).sorted()
        #expect(json == xml)
    }

    @Test(arguments: VendorCorpus.twins)
    func haveTheSameValues(_ twins: VendorCorpus.Twins) throws {
        let exception = TwinException.of(twins.xml)
        let json = TwinValue.all(in: try read(twins.json).root)
        let xml = TwinValue.all(in: try read(twins.xml).root)
        #expect(TwinValue.difference(json, xml) == exception.onlyInJSON)
        #expect(TwinValue.difference(xml, json) == exception.onlyInXML)
    }
}
