// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct QueryFilterTests {
    @Test(arguments: [
        ("Name==Nightly", ["Nightly"]),
        ("name==\"nightly\"", ["Nightly"]),
        ("Name==\"SQL Servers\"", ["SQL Servers"]),
        // Blanks of bare text are ignored.
        (" Name == Nightly ", ["Nightly"]),
        ("jobtype==replica", ["DC Replication"]),
        ("ScheduleEnabled==False", ["Lab (disabled)"]),
        ("Name==\"Lab (disabled)\"", ["Lab (disabled)"]),
        // And binds closer than or.
        ("Name==Nightly,JobType==Backup;ScheduleEnabled==false", ["Lab (disabled)", "Nightly"]),
        ("(Name==Nightly,JobType==Backup);ScheduleEnabled==false", ["Lab (disabled)"]),
        ("JobType!=Backup;(Platform==CustomPlatform;(Name>=M,Name<B))", ["Archive Copy", "Offsite Copy"]),
        // By the order in which the guide lists the values, not by the alphabet.
        ("JobType>Backup;JobType<Replica", ["Archive Copy", "Offsite Copy"]),
        ("NextRun>\"2026-01-16T22:30:00Z\"", ["SQL Servers"]),
        ("NextRun<2026-01-16T22:30:00Z;JobType==Replica", ["DC Replication"]),
        ("Description==\"\"", ["Lab (disabled)"]),
        ("BackupServerName==vbr02.example.test", ["DC Replication", "Lab (disabled)"]),
        ("Name==Nobody", []),
    ])
    func filtersFind(filter: String, names: [String]) throws {
        for json in [false, true] {
            var client = try Client.loggedOn(json: json)
            #expect(try client.jobs(filter) == names, "\(filter)")
        }
    }

    @Test func uidsNeedNoQuotes() throws {
        var client = try Client.loggedOn()
        let uid = try client.job("Nightly")["UID"] ?? ""
        #expect(try client.jobs("UID==\(uid)") == ["Nightly"])
        #expect(try client.jobs("UID!=\(uid)").count == 5)
    }

    @Test(arguments: ["5\" & <co>; (a,b) 100%+ü", "say \"hello\"", "\"Backup\""])
    func valuesMayHoldAnything(name: String) throws {
        var client = try Client.loggedOn()
        let clone = try client.job("Nightly").href("Clone")
        client.accept = "application/json"
        let uid = try client.repository("Backup Vol 01")
        let escaped = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
        let task = try client.post(
            clone,
            "{\"BackupJobCloneInfo\":{\"JobName\":\"\(escaped)\",\"FolderName\":\"f\",\"RepositoryUid\":\"\(uid)\"}}"
        )
        _ = try client.finish(task)
        client.accept = "application/xml"
        let doubled = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        #expect(try client.jobs("Name==\"\(doubled)\"") == [name])
        // As the guide writes it: quotes doubled, but none around them.
        if name == "\"Backup\"" { #expect(try client.jobs("Name==\"\"Backup\"\"") == [name]) }
    }

    @Test(arguments: [
        ("Name", "character 5: one of =="),
        ("Name==", "character 7: the value of Name is missing"),
        ("Name==a;", "character 9: the name of a field"),
        ("(Name==a", "closing parenthesis"),
        ("Name==a)", "character 8: ) is not expected"),
        ("Name==\"a", "closing quote"),
        ("Name==a\"b", "to be doubled"),
        ("Name==a(b)", "to stand in quotes"),
        ("Colour==red", "Job cannot be filtered or sorted by Colour; it can by UID, Name"),
        ("ScheduleEnabled==perhaps", "True or False"),
        ("NextRun>yesterday", "a date such as"),
        ("JobType==Backups", "Backup, BackupCopy, ImmediateBackupCopy, Replica"),
    ])
    func errorsSayWhatAndWhere(filter: String, message: String) throws {
        var client = try Client.loggedOn()
        let page = try client.query("type=Job", filter: filter)
        #expect(page.status == 400)
        #expect(page["Message"]?.contains(message) == true, "\(page["Message"] ?? "")")
    }

    @Test(arguments: [
        ("2026-01-15T22:00:00Z", 1_768_514_400_000), ("2026-01-15T22:00:00.25Z", 1_768_514_400_250),
        ("2026-01-15 22:00", 1_768_514_400_000), ("2026-01-16T00:30:00+02:30", 1_768_514_400_000),
        ("1970-01-01", 0), ("2024-02-29T00:00:00-01:00", 1_709_168_400_000),
    ])
    func datesAreRead(text: String, milliseconds: Int) {
        #expect(Timestamp(reading: text)?.milliseconds == milliseconds)
        #expect(Timestamp(reading: Timestamp(milliseconds: milliseconds).iso)?.milliseconds == milliseconds)
    }

    @Test(arguments: ["", "2026", "2026-13-01", "2026-02-29", "2026-01-15T25:00:00Z", "2026-01-15T22:00:00Zx"])
    func otherTextsAreNoDates(text: String) {
        #expect(Timestamp(reading: text) == nil)
    }
}
