// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct QueryServiceTests {
    @Test(arguments: [false, true]) func everyLinkOfTheServiceIsAQuery(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let service = try client.get(client.hub?.href("Down:QueryService") ?? "")
        #expect(service.pairs.first == "Up:LogonSession")
        #expect(service.pairs.contains("Down:JobList"))
        for link in service.links.dropFirst() {
            let page = try client.get(link.href)
            #expect(page.status == 200, "\(link.type ?? "")")
            #expect(page.child("PagingInfo")?["PageSize"] == "15")
            #expect(page.child("Entities") ?? page.child("Resources") != nil)
        }
    }

    @Test(arguments: [false, true]) func pagesAreLinked(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        var page = try client.query("type=Job&sortAsc=name&pageSize=4&page=1", filter: "Name!=\"x y\"")
        #expect(page.child("PagingInfo")?.pairs == ["First", "Next", "Last"])
        #expect(page.child("PagingInfo")?["PagesCount"] == "2")
        let first = page.child("Refs")?.items("Ref").compactMap { $0["Name"] } ?? []
        #expect(first == ["Archive Copy", "DC Replication", "Lab (disabled)", "Nightly"])
        page = try client.get(page.child("PagingInfo")?.href("Next") ?? "")
        #expect(page.child("PagingInfo")?["PageNum"] == "2")
        #expect(page.child("PagingInfo")?.pairs == ["First", "Previous", "Last"])
        #expect(page.child("Refs")?.items("Ref").compactMap { $0["Name"] } == ["Offsite Copy", "SQL Servers"])
        let back = try client.get(page.child("PagingInfo")?.href("Previous") ?? "")
        #expect(back.child("Refs")?.items("Ref").compactMap { $0["Name"] } == first)
    }

    @Test(arguments: ["Entities", "entities", "Entity"], [false, true])
    func entitiesStandInTheirList(format: String, json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let page = try client.query("type=job&format=\(format)&sortDesc=NAME")
        let jobs = page.child("Entities", "Jobs")?.items("Job") ?? []
        #expect(jobs.map { $0["Name"] ?? "" } == jobs.map { $0["Name"] ?? "" }.sorted(by: >))
        #expect(jobs.count == 6)
        #expect(jobs.first?["JobType"] == "Backup")
        #expect(page.child("PagingInfo")?["PageSize"] == "100")
        #expect(page.child("PagingInfo")?.pairs == ["First", "Last"])
    }

    @Test func tasksAreResourcesInEveryFormat() throws {
        var client = try Client.loggedOn()
        let task = try client.post(try client.job("Nightly").href("Start"))
        for format in ["References", "Entities"] {
            let page = try client.query("type=Task&format=\(format)", filter: "State==Running;Operation==StartJob")
            #expect(page.child("Resources", "Tasks")?.items("Task").map { $0["TaskId"] } == [task["TaskId"]])
        }
        _ = try client.finish(task)
        #expect(
            try client.query("type=Task", filter: "State<Finished").child("Resources", "Tasks")?.items("Task") != nil
        )
        #expect(
            try client.query("type=Task", filter: "State<Finished").child("Resources", "Tasks")?.items("Task").isEmpty
                == true
        )
    }

    @Test func sessionsAreFoundByResultAndTime() throws {
        var client = try Client.loggedOn()
        let failed = try client.query(
            "type=BackupJobSession&format=Entities",
            filter: "Result==Failed;JobType==Backup;CreationTime>=\"2026-01-15T00:00:00Z\""
        )
        #expect(
            failed.child("Entities", "BackupJobSessions")?.items("BackupJobSession").map { $0["JobName"] }
                == ["SQL Servers"]
        )
        let worse = try client.query("type=BackupJobSession", filter: "Result>Success;JobType<AgentBackup")
        #expect(worse.child("Refs")?.items("Ref").count == 2)
    }

    @Test func numbersAreSortedAsNumbers() throws {
        var client = try Client.loggedOn()
        let page = try client.query(
            "type=Repository&format=Entities&sortDesc=FreeSpace",
            filter: "Capacity>=8796093022208"
        )
        let sizes = page.child("Entities", "Repositories")?.items("Repository").compactMap {
            Int($0["FreeSpace"] ?? "")
        }
        #expect(sizes == sizes?.sorted(by: >))
        #expect(sizes?.count == 6)
    }

    @Test func objectsInJobsAreFoundByTheirJob() throws {
        var client = try Client.loggedOn()
        let page = try client.query("type=ObjectInJob", filter: "JobName==Nightly")
        #expect(
            page.child("Resources", "sInObjectJob")?.items("ObjectInJob").map { $0["Name"] }
                == ["web01", "web02", "files01"]
        )
    }

    @Test func absentPartsAreNullInJSON() throws {
        var client = try Client.loggedOn(json: true)
        let page = try client.query("type=Repository&format=Entities&pageSize=1")
        #expect(page.text.contains("\"Refs\":null"))
        #expect(page.text.contains("\"Jobs\":null"))
        #expect(page.text.contains("\"Repositories\":{\"Repositories\":["))
    }

    @Test(arguments: [
        ("", "needs the parameter type"), ("type=Teapot", "Teapot cannot be queried"),
        ("type=Job&format=Pictures", "References or Entities"), ("type=Job&pageSize=0", "pageSize"),
        ("type=Job&page=first", "page is a number"), ("type=Job&sortAsc=Colour", "Colour"),
        ("type=Job&sortAsc=Name&sortDesc=Name", "together"),
    ])
    func errorsAreClear(parameters: String, message: String) throws {
        for json in [false, true] {
            var client = try Client.loggedOn(json: json)
            let page = try client.query(parameters)
            #expect(page.status == 400)
            #expect(page["Message"]?.contains(message) == true, "\(page["Message"] ?? "")")
        }
    }

    @Test func aPageBehindTheLastIsEmpty() throws {
        var client = try Client.loggedOn()
        let page = try client.query("type=Job&page=9")
        #expect(page.status == 200)
        #expect(page.child("Refs")?.items("Ref").isEmpty == true)
        #expect(page.child("PagingInfo")?.pairs == ["First", "Previous", "Last"])
    }

    @Test func manyJobsAreSortedAndPaged() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 2000 })
        let page = try client.query("type=Job&sortDesc=name&pageSize=15&page=3", filter: "Name>=\"Backup Job\"")
        #expect(page.child("PagingInfo")?["PagesCount"] == "134")
        #expect(page.child("Refs")?.items("Ref").count == 15)
    }

    @Test func everyTypeHasItsOwnName() {
        let names = QueryTypes.all.map { $0.name.lowercased() }
        #expect(Set(names).count == names.count)
        #expect(QueryTypes.all.filter { $0.linkType != nil }.count == 40)
        let sources = Families.all.compactMap { $0 as? any Queryable.Type }.flatMap { $0.queries.map(\.type) }
        #expect(Set(sources).count == sources.count)
        #expect(sources.allSatisfy { QueryTypes.named($0)?.name == $0 })
    }
}
