// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

/// Every document of the group is what the schema says.
@Suite struct PortalSchemaTests {
    @Test func everyAnswerIsValid() throws {
        let schema = try Schema.enterpriseManager()
        var client = try Client.loggedOn()
        var queue = ["EnterpriseSecuritySettings", "VCloudService", "VSphereSelfService"].map {
            client.hub?.href("Down:" + $0) ?? ""
        }
        queue += ["/api/security/accounts?format=Entity", "/api/security/roles?format=Entity"]
        var seen: Set<String> = []
        while let href = queue.popLast() {
            guard seen.insert(href).inserted else { continue }
            let response = client.send(.get, href)
            #expect(response.status == 200, "\(href)")
            let report = try schema.validate(response.body)
            #expect(report.verdict == .valid, "\(href) \(report.findings)")
            let page = try Page(response)
            queue += page.allLinks.filter { ["Down", "Alternate"].contains($0.rel) }.map(\.href)
            queue += page.node.children.compactMap { $0.attributes["Href"] }
        }
        #expect(seen.count > 60)
    }

    @Test func aRefusalIsValid() throws {
        var client = try Client.loggedOn(as: try Client.account(.portalUser))
        let response = client.send(.get, "/api/security")
        #expect(try Schema.enterpriseManager().validate(response.body).verdict == .valid)
    }
}
