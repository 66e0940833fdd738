// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation
import Testing

/// The shell at a terminal, used as somebody uses it who has read nothing but its help.
@Suite(.enabled(if: TmuxSession.isAvailable, "tmux is needed to look at a terminal")) struct ShellSessionTests {
    private func session(_ body: (TmuxSession, Folder) async throws -> Void) async throws {
        try await Folder.with { folder in
            let environment = ["XDG_STATE_HOME": folder.path("state"), "PAGER": "cat", "EMWALK_PAGER": ""]
            try await TmuxSession.with(["shell", "--simulator"], environment: environment) {
                try await body($0, folder)
            }
        }
    }

    @Test func whatIsWrongAndWhy() async throws {
        try await session { shell, _ in
            try await shell.wait(for: "help shows what can be typed")
            // 1 Which jobs failed last night?
            try await shell.enter("go BackupJobSessionL", expect: "9 items")
            try await shell.enter("ls Result=Failed", expect: "2 of 9 items", "SQL Servers@2026-01-15 23:00:53")
            // 2 Why?
            try await shell.enter("go 1", expect: "BackupJobSession ‘SQL Servers")
            try await shell.enter(
                "ls /BackupJobSessionList --where Result=Failed -o json",
                expect: "nfs01.example.test"
            )
            try await shell.enter("go 2", expect: "BackupJobSession ‘Home Directories Backup")
            try await shell.enter("back", expect: "BackupJobSession ‘SQL Servers")
            try await shell.enter("show", expect: "Not enough space on repository Scale-out 1")
            try await shell.enter("ls BackupTask", expect: "sql02@2026-01-15 23:29:33")
            try await shell.enter("show 2", expect: "VmDisplayName")
            // 4 Which repository is nearly full?
            try await shell.enter("ls /RepositoryList FreeSpace<2T", expect: "1.1 TiB")
            // 10 Why is this link missing?
            try await shell.enter("go /JobReferenceList/Nightly", expect: "Job ‘Nightly’")
            try await shell.enter("why Sync", expect: "Sync is for backup copy jobs only")
        }
    }

    @Test func jobsAreStartedClonedAndChanged() async throws {
        try await session { shell, _ in
            // 3 Start a job and follow it.
            try await shell.enter("start-job Nightly", expect: "Send POST Start? [y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed Done, and read back.")
            try await shell.enter("watch -n 1 last-session-of-job Nightly", expect: "Progress", "Success")
            try await shell.keys("C-c")
            try await shell.wait(for: "Interrupted.")
            // 5 Clone a job: what is needed is asked for.
            try await shell.enter("go JobReferenceList/Nightly", expect: "Job ‘Nightly’")
            try await shell.enter(
                "plan clone-job repository=\"Backup Vol 01\"",
                expect: "where you are",
                "name of the clone"
            )
            try await shell.keys("Nightly 2", "C-m")
            try await shell.wait(for: "Would send POST Clone")
            try await shell.enter(
                "run clone-job name=\"Nightly 2\" repository=\"Backup Vol 01\"",
                expect: "Send POST Clone? [y/N]"
            )
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed Done, and read back.")
            // 7 Add a machine to a job.
            try await shell.enter("add-vm-to-job vm=sql01", expect: "[y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed")
            try await shell.enter("refresh", expect: "4 items")
        }
    }

    @Test func aRepositoryIsLinkedSafely() async throws {
        try await session { shell, _ in
            // 6: from the repository, by a plan, then for real.
            try await shell.enter("go RepositoryReferenceList/\"Backup Vol 01\"", expect: "Repository ‘Backup Vol 01’")
            try await shell.enter("plan link-repository \"Offsite Copy\"", expect: "Would send POST Create", "Danger:")
            try await shell.enter("run link-repository \"Offsite Copy\"", expect: "danger:", "[y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed Done, and read back.")
            try await shell.enter("run link-repository \"Offsite Copy\"", expect: "unchanged")
        }
    }

    @Test func aFileIsRestoredAndASnapshotCompared() async throws {
        try await session { shell, folder in
            // 8 Restore a file.
            try await shell.enter("find restore file", expect: "restore-file")
            try await shell.enter("restore-file", expect: "name or UID of the machine")
            try await shell.keys("web01", "C-m")
            try await shell.wait(for: "the file, volume first")
            try await shell.keys("C:/Users/Public/report.pdf", "C-m")
            try await shell.wait(for: "danger: The file is put back")
            try await shell.keys("C-m")
            // 9 What changed?
            let (before, after) = (folder.path("a.emsnap"), folder.path("b.emsnap"))
            try await shell.enter("crawl --from JobList --depth 1 --out \(before)", expect: "documents with")
            try await shell.enter("edit-job Nightly description=Changed --yes", expect: "changed Done")
            try await shell.enter("crawl --from JobList --depth 1 --out \(after)", expect: "documents with")
            try await shell.enter("diff \(before) \(after)", expect: "→ ‘Changed’")
        }
    }

    @Test func aFileIsRestoredToItsEnd() async throws {
        try await session { shell, folder in
            let point = "\"web01@2026-01-15 22:01:09\""
            // What is mounted is seen, so that what is not mounted any more would be.
            try await shell.enter("mount-restore-point web01", expect: "[y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed Done")
            try await shell.enter("go VmRestorePointList/\(point)", expect: "7 links")
            try await shell.enter("go VmRestorePointMountList", expect: "1 item")
            try await shell.enter("unmount-restore-point web01", expect: "[y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "DELETE Delete")
            // A copy of it here.
            let copy = folder.path("Welcome.pdf")
            let path = "C:/Users/Public/Documents/Welcome.pdf"
            try await shell.enter("download-guest-file web01 \(path) to=\(copy)", expect: "Mount? [y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "Send POST Restore? [y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "size: 186672")
            try await shell.enter("ls", expect: "no items")
            #expect(try FileManager.default.attributesOfItem(atPath: copy)[.size] as? Int == 186_672)
            // And back to where it was.
            try await shell.enter("home", expect: "links")
            try await shell.enter("restore-file web01 \(path)", expect: "danger:", "[y/N]")
            try await shell.keys("y", "C-m")
            try await shell.wait(for: "changed Done, and read back.")
            try await shell.enter(
                "ls RestoreSessionList --where VmDisplayName=web01 --fields VmDisplayName",
                expect: "1 of 3"
            )
            try await shell.enter("go 1", expect: "RestoreSession ‘FLR_[web01]")
            try await shell.enter("watch -n 1 show", expect: "Success", "Stopped")
            try await shell.keys("C-c")
            try await shell.wait(for: "Interrupted.")
        }
    }

    @Test func linesAreEditedCompletedAndRecalled() async throws {
        try await session { shell, folder in
            try await shell.wait(for: "help shows what can be typed")
            try await shell.keys("go JobRe", "Tab")
            try await shell.wait(for: "> go JobReferenceList")
            try await shell.keys("C-m")
            try await shell.wait(for: "6 items")
            try await shell.keys("go Off", "Tab")
            try await shell.wait(for: "> go \"Offsite Copy\"")
            try await shell.keys("C-m")
            try await shell.wait(for: "Offsite Copy Job>")
            try await shell.keys("something wrong", "C-c", "pwd", "C-m")
            try await shell.wait(for: "/Down:JobReferenceList/@Offsite Copy/Alternate:Job")
            try await shell.enter("create-credentials server=x user=y password=Sesame1", expect: "error:")
            try await shell.keys("Up")
            try await shell.wait(for: "Job> pwd")
            try await shell.keys("C-c", "C-d")
            try await shell.wait(for: "left with 0")
            let history = try folder.read("state/emwalk/shell-history")
            #expect(history == "go JobReferenceList\ngo \"Offsite Copy\"\npwd\n")
            let file = folder.path("state/emwalk/shell-history")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }
}
#endif
