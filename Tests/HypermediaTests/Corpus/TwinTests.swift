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
        let (json, xml) = TwinValue.difference(
            TwinValue.all(in: try read(twins.json).root),
            TwinValue.all(in: try read(twins.xml).root)
        )
        #expect(json.map(\.path).sorted() == exception.onlyInJSON, "\(json)")
        #expect(xml.map(\.path).sorted() == exception.onlyInXML, "\(xml)")
    }

    @Test func everyExceptionIsNeeded() {
        for page in TwinException.pages {
            #expect(VendorCorpus.twins.contains { $0.xml.hasPrefix(page) }, "no twins begin with \(page)")
        }
    }
}
