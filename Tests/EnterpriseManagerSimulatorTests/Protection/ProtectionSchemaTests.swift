// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

/// Every document of the group is what the schema says.
@Suite struct ProtectionSchemaTests {
    /// Follows every link below some hrefs, and the hrefs of files.
    private static func crawl(
        _ client: inout Client,
        _ start: [String],
        below part: String,
        _ schema: Schema
    ) throws -> Int {
        let readable: Set<String> = ["Up", "Down", "Alternate", "Related", "First", "Previous", "Next", "Last"]
        var queue = start
        var seen: Set<String> = []
        while let href = queue.popLast() {
            guard seen.insert(href).inserted else { continue }
            let response = client.send(.get, href)
            #expect(response.status == 200, "\(href)")
            let report = try schema.validate(response.body)
            #expect(report.verdict == .valid, "\(href) \(report.findings)")
            let page = try Page(response)
            queue += page.allLinks.filter { readable.contains($0.rel) }.map(\.href)
            queue += hrefs(page.node)
            queue.removeAll { !$0.contains(part) }
        }
        return seen.count
    }

    private static func hrefs(_ node: BodyNode) -> [String] {
        let isLinkless = ["DirectoryEntry", "FileEntry", "FailoveredVm"].contains(node.name)
        return (isLinkless ? [node.attributes["Href"] ?? ""] : []) + node.children.flatMap { hrefs($0) }
    }

    @Test func everyAnswerIsValid() throws {
        let schema = try Schema.enterpriseManager()
        var client = try Client.loggedOn()
        for type in ["VmRestorePoint", "VmReplicaPoint"] {
            let point = try #require(try client.entities(type).first)
            let task = try client.act(point, "Create:\(type)Mount")
            #expect(
                try ProtectionSchemaTests.crawl(&client, [task.href("Related:\(type)Mount")], below: "/mounts/", schema)
                    > 200
            )
        }
        _ = try client.act(try client.job("Nightly"), "Start")
        client.now += .seconds(1)
        let vApps = ["/api/vAppReplicaPoints", "/api/vAppReplicaPoints?format=Entity"]
        let browse = "/api/catalog/vms/files01/vmRestorePoints?format=Entity"
        let point = try #require(try client.get(browse).items("CatalogVmRestorePoint").first)
        let root = try client.post(point.href("Browse")).href("Down:FileSystemItemsList")
        #expect(try ProtectionSchemaTests.crawl(&client, vApps + [root], below: "/", schema) > 500)
    }
}
