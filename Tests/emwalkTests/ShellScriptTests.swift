// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Subprocess
import Testing

/// Scripts for the shell, run as a person runs them.
@Suite struct ShellScriptTests {
    private func script(_ lines: String..., state: String? = nil) async throws -> Emwalk.Run {
        try await Emwalk.run(
            "shell",
            "--simulator",
            input: lines.joined(separator: "\n") + "\n",
            environment: state.map { ["XDG_STATE_HOME": $0] } ?? [:]
        )
    }

    @Test func whichJobsFailedAndWhy() async throws {
        let run = try await script(
            "# which failed, and what of the second one",
            "ls BackupJobSessionList Result=Failed",
            "go \"SQL Servers@2026-01-15 23:00:53\"",
            "ls BackupTaskSessionReferenceList | grep sql02 | cut -f2",
            "show /BackupTaskSessionList/sql02@2026-01-15\\ 23:29:33 | grep Reason"
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("\n1\tSQL Servers@2026-01-15 23:00:53\t"))
        #expect(run.stdout.contains("\nsql02@2026-01-15 23:29:33\nReason\tProcessing sql02 Error: Not enough space"))
        #expect(!run.stdout.contains("Offsite"))
        #expect(run.stderr.contains("2 of 9 items"))
    }

    @Test func aJobIsStartedAndFollowed() async throws {
        let run = try await script("start-job Nightly --yes", "watch -n 1 -c 6 last-session-of-job Nightly")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("changed Done, and read back."))
        #expect(run.stdout.contains("Stopped"))
        // The run of a job is short here: a slow machine may see it only when it is over.
        #expect(run.stderr.contains("— changed:") || !run.stdout.contains("Working"))
    }

    /// Nothing is under way then, and the session is ended all the same.
    @Test(arguments: [Signal.interrupt, .terminate]) func whoWaitsForTheNextLineCanBeEnded(_ signal: Signal)
        async throws
    {
        let run = try await InterruptedRun.status(
            ["shell", "--simulator", "-v"],
            input: "go JobReferenceList\n",
            signal: signal,
            whenItSays: "JobReferenceList  "
        )
        #expect(run.code == 130, "\(run.stderr)")
        #expect(run.stderr.contains("DELETE Delete"), "\(run.stderr)")
    }

    @Test func aFullRepositoryIsFound() async throws {
        let run = try await script("ls RepositoryList FreeSpace<2T Kind=Extendable")
        #expect(run.stdout.contains("1\tScale-out 1\t131941395333120\t1182189748224\tExtendable\n"))
        #expect(run.stderr.contains("1 of 7 items"))
    }

    /// Whatever was shown and however: the second row is number 2.
    @Test(arguments: [
        ("ls JobList", "SQL Servers"), ("ls JobList --where JobType!=Backup", "Archive Copy"),
        ("ls JobList JobType!=Backup -o json", "Archive Copy"), ("ls JobList --fields Name -o csv", "SQL Servers"),
        ("ls JobList ~copy --max 2 -o ndjson", "Offsite Copy"), ("ls -o yaml JobList Platform=HyperV sql", nil),
        ("ls JobList copy", "Offsite Copy"), ("find copy", "Offsite Copy"),
    ]) func numbersAreThoseOfWhatWasShown(_ line: String, _ second: String?) async throws {
        let run = try await script("ls JobList", "\(line) > /dev/null", "go 2", "pwd")
        guard let second else {
            #expect(run.status == 5, "\(run.stdout)")
            #expect(run.stderr.contains("There is no number 2 here; there are 0."))
            return
        }
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.hasSuffix("/Down:JobList/@\(second)\n"))
    }

    @Test func aPartIsOpenedByItsName() async throws {
        let run = try await script(
            "go JobReferenceList/Nightly",
            "show OptionsDaily",
            "show simpleretentionpolicy -o json",
            "show Description"
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.hasPrefix("JobScheduleOptions.Standart.OptionsDaily.Enabled\ttrue\n"))
        #expect(run.stdout.contains("\"JobInfo.BackupJobInfo.SimpleRetentionPolicy.RetainCycles\": \"14\""))
        #expect(run.stdout.hasSuffix("\nDescription\tAll application servers, every night\n"))
        #expect(!run.stdout.contains("OptionsMonthly"))
    }

    @Test func numbersAreShownToPeopleOnly() async throws {
        let run = try await script("ls JobList --fields Platform", "ls JobList --fields Platform -o csv")
        #expect(run.stdout.hasPrefix("#\tNAME\tPlatform\n1\tNightly\tVMware\n2\tSQL Servers\tVMware\n"))
        #expect(run.stdout.contains("\nPlatform\r\nVMware\r\nVMware\r\n"))
    }

    /// What was left out has no number, and still a name.
    @Test func whatWasNotShownIsFoundByItsName() async throws {
        let run = try await script("ls JobList JobType!=Backup", "go Nightly", "pwd")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.hasSuffix("/Down:JobList/@Nightly\n"))
    }

    @Test func aJobIsClonedAfterAPlan() async throws {
        let run = try await script(
            "go JobReferenceList/Nightly",
            "plan clone-job name=\"Nightly 2\" repository=\"Backup Vol 01\"",
            "run clone-job name=\"Nightly 2\" repository=\"Backup Vol 01\" --yes",
            "ls /JobReferenceList \"Nightly 2\""
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.contains("job: Nightly, where you are"))
        #expect(run.stdout.contains("Would send POST Clone"))
        #expect(run.stdout.contains("Run it: run clone-job"))
        #expect(run.stdout.contains("\tNightly 2\tJobReference"))
    }

    @Test func aRepositoryIsLinkedFromWhereItIs() async throws {
        let run = try await script(
            "go RepositoryReferenceList/\"Backup Vol 01\"",
            "link-repository \"Offsite Copy\" --yes",
            "go /JobReferenceList/\"Offsite Copy\"",
            "ls LinkedBackupRepositoryObjectList"
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("changed Done, and read back."))
        #expect(run.stderr.contains("repository: Backup Vol 01, where you are"))
    }

    @Test func aMachineIsAddedAndAFileRestoredByPlan() async throws {
        let run = try await script("plan add-vm-to-job Nightly sql01", "workflows restore-file")
        #expect(run.stdout.contains("Would send POST Create"))
        #expect(run.stdout.contains("plan restore-file vm=… path=…"))
        #expect(!run.stdout.contains("emwalk plan"))
    }

    @Test func whatChangedIsTold() async throws {
        try await Folder.with { folder in
            let (before, after) = (folder.path("a.emsnap"), folder.path("b.emsnap"))
            let run = try await script(
                "crawl --from JobList --depth 1 --out \(before)",
                "run edit-job Nightly description=Changed --yes",
                "crawl --from JobList --depth 1 --out \(after)",
                "diff \(before) \(after)"
            )
            #expect(run.status == 8, "\(run.stderr)")
            #expect(run.stdout.contains("→ ‘Changed’"))
        }
    }

    @Test func whyALinkIsMissing() async throws {
        let run = try await script("go JobReferenceList/Nightly", "why Sync")
        #expect(run.status == 0)
        #expect(run.stdout.contains("Sync is for backup copy jobs only"))
        #expect(run.stdout.contains("do /Down:JobReferenceList/@Nightly/Alternate:Job/Start --dry-run"))
    }

    @Test func theFirstErrorEndsAScript() async throws {
        let run = try await script("pwd", "", "go Nightly", "pwd")
        #expect(run.status == 5)
        #expect(run.stdout == "/\n")
        #expect(run.stderr.contains("Nothing here is called ‘Nightly’."))
        #expect(run.stderr.hasSuffix("line 3: go Nightly\n"))
    }

    @Test(arguments: [
        ("stratjob", 2, "Did you mean ‘start-job’?"), ("do Start", 5, "offers no link Start"),
        ("go Delete", 5, "form 55"), ("ls --em x", 2, "emwalk shell --em"),
        ("set accept json", 2, "emwalk shell --accept"), ("bm nothing", 2, "‘bm’ lists them"),
        ("run link-repository job=x", 2, "repository"), ("start-job Nightly", 2, "--yes"),
        ("watch start-job x", 2, "writes"),
        ("help nothingness", 2, "‘help’ lists"), ("find nothingness", 5, "‘ls’"),
        ("go \"x", 2, "End the word"),
    ]) func eachErrorSaysWhatToTypeNext(_ line: String, _ status: Int32, _ next: String) async throws {
        let run = try await script(line)
        #expect(run.status == status, "\(run.stderr)")
        #expect(run.stderr.contains(next), "\(run.stderr)")
        #expect(run.stderr.contains("line 1: "))
    }

    @Test func placesAreWalkedUpAndKept() async throws {
        try await Folder.with { folder in
            let first = try await script(
                "go jobreferencelist",
                "Nightly",
                "pwd",
                "bm add night",
                "up",
                "pwd",
                "back",
                "home",
                "night",
                "pwd",
                state: folder.path("state")
            )
            #expect(first.status == 0, "\(first.stderr)")
            let lines = first.stdout.split(separator: "\n")
            #expect(lines.first == "/Down:JobReferenceList/@Nightly/Alternate:Job")
            #expect(lines.last == lines.first)
            let second = try await script("bm", "bm night", "bm rm night", "bm", state: folder.path("state"))
            #expect(second.stdout == "night\t/Down:JobReferenceList/@Nightly/Alternate:Job\n")
            let file = folder.path("state/emwalk/bookmarks")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("://"))
        }
    }

    @Test func resultsGoIntoFilesAndOtherFormats() async throws {
        try await Folder.with { folder in
            let file = folder.path("out.json")
            let run = try await script(
                "set output json",
                "show JobReferenceList/Nightly > \(file)",
                "set output text",
                "pwd >> \(file)"
            )
            #expect(run.status == 0, "\(run.stderr)")
            #expect(run.stdout.isEmpty)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("{"))
            #expect(text.hasSuffix("}\n/\n"))
        }
    }

    @Test func whatWasWrittenIsSeen() async throws {
        let run = try await script(
            "go JobReferenceList/Nightly",
            "do Edit Description=Anew --yes",
            "ls ObjectInJobList",
            "show | grep Description"
        )
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("Description\tAnew"))
    }

    @Test func helpMakesAStrangerAble() async throws {
        let run = try await script("help", "help tasks", "help ls", "find repository", "emwalk pwd")
        #expect(run.status == 0, "\(run.stderr)")
        for word in ["help tasks", "go WHERE", "ls BackupJobSessionList Result=Failed", "link-repository"] {
            #expect(run.stdout.contains(word), "\(word)")
        }
        #expect(run.stdout.hasSuffix("/\n"))
    }
}
#endif
