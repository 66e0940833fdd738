// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// What public clients take from lists by place or by type of link.
@Suite struct ListHabitTests {
    /// The Grafana scripts take the name of the backup server from the first link of each item, in seven lists.
    @Test(arguments: [
        ("/api/repositories?format=Entity", "Repositories"),
        ("/api/backupSessions?format=Entity", "BackupJobSessions"),
        ("/api/backupTaskSessions?format=Entity", "BackupTaskSessions"),
        ("/api/replicaSessions?format=Entity", "ReplicaJobSessions"),
        ("/api/replicaTaskSessions?format=Entity", "ReplicaTaskSessions"),
        ("/api/agents/discoveredComputers?format=Entity", "DiscoveredComputers"),
        ("/api/nas/jobs?format=Entity", "NASJobs"), ("/api/nas/backupSessions?format=Entity", "BackupJobSessions"),
    ])
    func theFirstLinkIsTheBackupServer(path: String, member: String) throws {
        var client = try PublicClient.loggedOn()
        let items = try client.json(path).items(member)
        #expect(!items.isEmpty)
        for item in items {
            let first = try #require(item.items("Links").first)
            #expect(first["Rel"] == "Up")
            #expect(first["Type"] == "BackupServerReference")
            #expect(first["Name"]?.isEmpty == false)
        }
    }

    /// Their masks are objects with a list in them, where other lists of texts are bare.
    @Test func masksOfFileSharesHaveExtensions() throws {
        var client = try PublicClient.loggedOn()
        for job in try client.json("/api/nas/jobs?format=Entity").items("NASJobs") {
            let object = try #require(job.child("Includes")?.items("NASObjects").first)
            #expect(object.child("InclusionMask")?.texts("Extensions") == ["*.*"])
            #expect(object["FileOrFolder"]?.isEmpty == false)
            let options = try #require(job.child("StorageOptions"))
            #expect(options["ShorttermRetentionPeriod"].flatMap { Int($0) } != nil)
            #expect(options["ShorttermRetentionType"] != nil)
        }
        let xml = try client.xml("/api/nas/jobs?format=Entity").text
        #expect(xml.contains("<InclusionMask><Extension>*.*</Extension></InclusionMask>"))
    }

    /// An inventory agent in Perl tells where a restore point is by the types of the links of its reference.
    @Test func restorePointsNameTheirServerPointAndFile() throws {
        var client = try PublicClient.loggedOn()
        let references = try client.xml("/api/vmRestorePoints").items("Ref")
        #expect(!references.isEmpty)
        for reference in references {
            for type in ["BackupServerReference", "RestorePointReference", "BackupFileReference"] {
                #expect(reference.links.contains { $0.type == type && $0.name?.isEmpty == false })
            }
        }
    }

    /// It also appends to the href of a reference what it wants of the resource.
    @Test(arguments: ["?format=Entity", "/backupSessions?format=Entity"]) func hrefsAreAppendedTo(_ ending: String)
        throws
    {
        var client = try PublicClient.loggedOn()
        for reference in try client.xml("/api/jobs").items("Ref") {
            let headers: HTTPFields = [.accept: "*/*", .contentType: "text/xml"]
            #expect(client.send(.get, (reference["Href"] ?? "") + ending, headers).status == 200)
        }
    }

    /// Exporters go from each session to its tasks, spelling the format in lower case.
    @Test func tasksAreReachedFromSessions() throws {
        var client = try PublicClient.loggedOn()
        var tasks = 0
        for session in try client.json("/api/backupSessions?format=Entity").items("BackupJobSessions") {
            let id = PublicClient.guid(session["UID"])
            let page = try client.json("/api/backupSessions/\(id)/taskSessions?format=entity")
            #expect(page.status == 200)
            tasks += page.items("BackupTaskSessions").count
        }
        #expect(tasks > 0)
    }

    /// A desktop tool in Go steps down from backups to machines by ids.
    @Test func restorePointsAreReachedByIDs() throws {
        var client = try PublicClient.loggedOn()
        let backup = PublicClient.guid(try client.json("/api/backups").items("Refs").first?["UID"])
        #expect(try client.json("/api/backups/\(backup)?format=Entity")["Name"] != nil)
        let points = try client.json("/api/backups/\(backup)/restorePoints").items("Refs")
        let point = PublicClient.guid(points.first?["UID"])
        #expect(try client.json("/api/restorePoints/\(point)/vmRestorePoints").items("Refs").isEmpty == false)
    }
}
