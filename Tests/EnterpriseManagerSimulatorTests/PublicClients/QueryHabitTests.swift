// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// Queries as public clients write them: quoted or not, escaped or not, in any case, with parameters in any order.
@Suite struct QueryHabitTests {
    /// The clock of the simulator begins at 6 on 2026-01-16.
    @Test(arguments: [
        ("type=BackupJobSession&filter=JobName%3D%3DNightly&format=entities&pageSize=5&sortDesc=EndTime", 1),
        ("filter=CreationTime%3E%3D2026-01-15T06%3A00%3A00&format=Entities&type=BackupJobSession", 5),
        (
            "type=BackupJobSession&sortDesc=CreationTime&format=Entities&filter=CreationTime%3E2026-01-13T06%3A00%3A00Z",
            5
        ),
        ("type=BackupJobSession&format=entities&filter=creationtime%3E%222026-01-15T06:00:00Z%22", 5),
        ("type=BackupJobSession&format=entities&filter=creationtime>\"2026-01-15T06:00:00Z\"", 5),
        (
            "type=BackupJobSession&format=entities&filter=result==%22Failed%22;creationtime%3E%222026-01-15T06:00:00Z%22",
            1
        ),
        (
            "type=BackupJobSession&format=entities&filter=jobname==%22Nightly%22;(result==%22Success%22,"
                + "result==%22Warning%22);creationtime%3E%222026-01-15T06:00:00Z%22",
            1
        ),
        ("v=latest&type=BackupJobSession&format=Entities&pageSize=2000&sortDesc=CreationTime&page=1", 5),
    ])
    func jobSessionsAreFound(query: String, least: Int) throws {
        var client = try PublicClient.loggedOn()
        let page = try client.json("/api/query?\(query)")
        let sessions = try #require(page.child("Entities", "BackupJobSessions")).items("BackupJobSessions")
        #expect(sessions.count >= least)
        for session in sessions {
            #expect(session["JobUid"]?.hasPrefix("urn:veeam:") == true)
            #expect(["Success", "Warning", "Failed"].contains(session["Result"]))
            #expect(session["EndTimeUTC"]?.hasSuffix("Z") == true)
        }
    }

    /// A phone app asks for the last session of each job by its bare UID, and reads XML.
    @Test(arguments: [("Nightly", "BackupJobSession"), ("DC Replication", "ReplicaJobSession")])
    func theLastSessionOfAJobIsFound(job: String, type: String) throws {
        var client = try PublicClient.loggedOn()
        let uid = "urn:veeam:Job:" + (try client.job(job))
        let page = try client.xml(
            "/api/query?type=\(type)&format=Entities&sortDesc=name&pageSize=1&page=1&filter=JobUid==\(uid)"
        )
        let sessions = try #require(page.child("Entities", type + "s")).items(type)
        #expect(sessions.map { $0["JobName"] } == [job])
        #expect(sessions.first?["Progress"] == "100")
    }

    /// Blanks of a text without quotes are ignored, also those that were written as a plus sign.
    @Test func aNameWithBlanksNeedsQuotes() throws {
        var client = try PublicClient.loggedOn()
        let query = "/api/query?type=BackupJobSession&format=entities&filter=JobName%3D%3D"
        func count(_ name: String) throws -> Int {
            try client.json(query + name).child("Entities", "BackupJobSessions")?.items("BackupJobSessions").count ?? 0
        }
        #expect(try count("Offsite+Copy") == 0)
        #expect(try count("%22Offsite+Copy%22") > 0)
    }

    /// A Python library follows Next until there is none, and adds its version parameter to the href.
    @Test func pagesAreFollowedToTheEnd() throws {
        var client = try PublicClient.loggedOn()
        let whole = try client.json("/api/query?type=BackupTaskSession&format=Entities&pageSize=2000&page=1")
        let all = try #require(whole.child("Entities", "BackupTaskSessions")).items("BackupTaskSessions").count
        var path = "/api/query?type=BackupTaskSession&format=Entities&pageSize=3&sortDesc=CreationTime&page=1"
        var names: Set<String> = []
        var pages = 0
        while true {
            let page = try client.json(path)
            let items = try #require(page.child("Entities", "BackupTaskSessions")).items("BackupTaskSessions")
            names.formUnion(items.compactMap { $0["UID"] })
            pages += 1
            let paging = try #require(page.child("PagingInfo"))
            #expect(paging["PagesCount"] == "\((all + 2) / 3)")
            guard let next = paging.items("Links").first(where: { $0["Rel"] == "Next" }), pages < 100 else { break }
            path = (next["Href"] ?? "") + "&v=latest"
        }
        #expect(names.count == all)
        #expect(pages == (all + 2) / 3)
    }

    /// A Ruby script lists tenants with the type in lower case, and reads XML.
    @Test func tenantsAreListed() throws {
        var client = try PublicClient.loggedOn()
        let page = try client.xml("/api/query?type=cloudtenant&format=entities&sortAsc=Name")
        let tenants = try #require(page.child("Entities", "CloudTenants")).items("CloudTenant")
        #expect(tenants.count > 1)
        #expect(tenants.allSatisfy { $0["Enabled"] != nil && $0["LastResult"] != nil && $0["LastActive"] != nil })
    }
}
