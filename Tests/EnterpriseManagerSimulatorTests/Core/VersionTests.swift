// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// What older versions of the API lack, as far as the guide says it: linked jobs and repositories came with EM 12.
@Suite struct VersionTests {
    @Test(arguments: ["v1_5", "v1_6", "v1_7", "latest"]) func linkedListsCameWithTheLastVersion(version: String) throws
    {
        var client = try Client.loggedOn(version: version)
        let isThere = version == "v1_7" || version == "latest"
        let job = try client.job("Offsite Copy")
        #expect(job.pairs.contains("Create:LinkedJobObject") == isThere)
        let path = (job.href("Alternate:JobReference")) + "/linkedJobs"
        #expect(client.send(.get, path).status == (isThere ? 200 : 404))
    }

    @Test func twoVersionsLiveSideBySide() throws {
        var client = try Client.loggedOn(version: "v1_7")
        let newer = client.token
        try client.logOn(version: "v1_5")
        #expect(try !client.job("Offsite Copy").pairs.contains("Down:LinkedJobObjectList"))
        client.token = newer
        #expect(try client.job("Offsite Copy").pairs.contains("Down:LinkedJobObjectList"))
    }
}
