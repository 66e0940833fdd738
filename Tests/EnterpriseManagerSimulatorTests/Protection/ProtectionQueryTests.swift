// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import Testing

@testable import EnterpriseManagerSimulator

/// Queries find what is protected.
@Suite struct ProtectionQueryTests {
    @Test(arguments: [
        "Backup", "BackupFile", "RestorePoint", "VmRestorePoint", "VAppRestorePoint", "Replica", "VmReplicaPoint",
        "VAppReplicaPoint", "RestoreSession", "BackupTaskSession", "ReplicaTaskSession", "FailoverPlan",
    ])
    func everyTypeIsFound(type: String) throws {
        var client = try Client.loggedOn()
        let schema = try Schema.enterpriseManager()
        for format in ["References", "Entities"] {
            let response = client.send(.get, "/api/query?type=\(type)&format=\(format)&pageSize=3")
            #expect(response.status == 200)
            #expect(try schema.validate(response.body).verdict == .valid)
            #expect(String(decoding: response.body, as: UTF8.self).contains("urn:veeam:\(type):"))
        }
    }

    @Test func pointsOfAMachineAreFound() throws {
        var client = try Client.loggedOn()
        let filter = "VmDisplayName==files01;Type==Full"
        let page = try client.get("/api/query?type=VmRestorePoint&format=Entities&filter=\(filter)")
        let found = page.child("Entities", "VmRestorePoints")?.items("VmRestorePoint") ?? []
        // One full backup at its source, and one in the copy.
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0["PointType"] == "Full" && $0["VmDisplayName"] == "files01" })
    }
}
