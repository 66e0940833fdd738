// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct FormTests {
    private func paths(_ run: Emwalk.Run) -> [String] {
        (run.object["fields"] as? [[String: Any]])?.compactMap { $0["path"] as? String } ?? []
    }

    private func link(_ run: Emwalk.Run) -> [String: Any] { run.object["link"] as? [String: Any] ?? [:] }

    @Test func anElementIsShownWithOrderAndExample() async throws {
        let run = try await Emwalk.run("form", "JobCloneSpec", "--json")
        #expect(run.status == 0)
        let paths = paths(run)
        let name = try #require(paths.firstIndex(of: "BackupJobCloneInfo.JobName"))
        let repository = try #require(paths.firstIndex(of: "BackupJobCloneInfo.RepositoryUid"))
        #expect(name < repository)
        #expect(paths.contains("ReplicaJobCloneInfo.VmSuffix"))
        #expect((run.object["example"] as? String)?.contains("<JobCloneSpec") == true)
        let people = try await Emwalk.run("form", "jobclonespec")
        #expect(people.status == 0)
        #expect(people.stdout.contains("BackupJobCloneInfo"))
        #expect(people.stderr.isEmpty)
    }

    @Test func anUnknownNameEndsWith2AndTheNearest() async throws {
        let run = try await Emwalk.run("form", "JobClonSpec", "--json")
        #expect(run.status == 2)
        #expect(run.stdout.isEmpty)
        #expect(run.error["code"] as? String == "unknown-element")
        #expect((run.error["message"] as? String)?.contains("JobCloneSpec") == true)
    }

    @Test(arguments: [
        ("Nightly", "BackupJobCloneInfo"), ("DC Replication", "ReplicaJobCloneInfo"),
        ("Archive Copy", "BackupCopyJobCloneInfo"), ("Offsite Copy", "ImmediateBackupCopyJobCloneInfo"),
    ]) func aCloneTakesWhatFitsItsJob(_ job: String, _ part: String) async throws {
        let path = "Down:JobReferenceList/@\"\(job)\"/Alternate:Job/Clone"
        let run = try await Emwalk.run("form", path, "--simulator", "--json")
        #expect(run.status == 0)
        #expect(run.object["element"] as? String == "JobCloneSpec")
        #expect(run.object["branch"] as? String == part)
        #expect(link(run)["body"] as? String == "required")
        #expect(link(run)["verb"] as? String == "POST")
        #expect(Set(paths(run).map { $0.split(separator: ".")[0] }) == [Substring(part)])
        #expect((run.object["example"] as? String)?.contains("<\(part)>") == true)
    }

    @Test func editTakesTheResourceItself() async throws {
        let run = try await Emwalk.run(
            "form",
            "Down:JobReferenceList/@Nightly/Alternate:Job/Edit",
            "--simulator",
            "--json"
        )
        #expect(run.object["element"] as? String == "Job")
        #expect(link(run)["takesOwner"] as? Bool == true)
        #expect(paths(run).contains("JobScheduleOptions.Standart.RetryOptions.RetryTimes"))
    }

    @Test func aLinkWithoutABodySaysSo() async throws {
        let path = "Down:JobReferenceList/@Nightly/Alternate:Job/Start"
        let run = try await Emwalk.run("form", path, "--simulator", "--json")
        #expect(run.status == 0)
        #expect(run.object["element"] is NSNull)
        #expect(link(run)["body"] as? String == "none")
        let people = try await Emwalk.run("form", path, "--simulator")
        #expect(people.stdout == "Start takes no body.\n")
    }

    @Test func aBodyWhoseElementIsAGuessSaysSo() async throws {
        let path = "Down:JobReferenceList/@\"Offsite Copy\"/Alternate:Job/Create:LinkedJobObject"
        let run = try await Emwalk.run("form", path, "--simulator", "--json")
        #expect(run.object["element"] as? String == "LinkedJobObject")
        #expect((link(run)["note"] as? String)?.contains("guess") == true)
        #expect(paths(run).contains("LinkedJobUid"))
    }

    /// Users log on by a header, tenants with a body.
    @Test func anOptionalBodySaysSo() async throws {
        let run = try await Emwalk.run("form", "Up:EnterpriseManager/Create:LogonSession", "--simulator", "--json")
        #expect(run.object["element"] as? String == "LoginSpec")
        #expect(link(run)["body"] as? String == "optional")
    }

    @Test func whatIsNewerIsMarked() async throws {
        let run = try await Emwalk.run("form", "CreateCloudTenantSpec", "--api-version", "v1_3", "--json")
        let fields = run.object["fields"] as? [[String: Any]] ?? []
        func isIn(_ path: String) -> Bool? { fields.first { $0["path"] as? String == path }?["inVersion"] as? Bool }
        #expect(isIn("Name") == true)
        #expect(isIn("MaxConcurrentTasks") == false)
        #expect(run.object["inVersion"] as? Bool == true)
        let people = try await Emwalk.run("form", "CreateCloudTenantSpec", "--api-version", "1.3")
        #expect(people.stdout.contains("since API 1.4, too new"))
        #expect(try await Emwalk.run("form", "Job", "--api-version", "newest").status == 2)
    }
}
#endif
