// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct JobTests {
    @Test(arguments: [false, true]) func theDefaultWorldIsThere(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let jobs = try client.get(client.hub?.href("Down:JobList") ?? "").items("Job")
        #expect(
            jobs.map { ($0["Name"] ?? "") + "/" + ($0["JobType"] ?? "") } == [
                "Nightly/Backup", "SQL Servers/Backup", "DC Replication/Replica", "Archive Copy/BackupCopy",
                "Offsite Copy/ImmediateBackupCopy", "Lab (disabled)/Backup",
            ]
        )
        let repositories = try client.get(client.hub?.href("Down:RepositoryList") ?? "").items("Repository")
        let shared = repositories.filter { $0["Name"] == "Shared Vol" }
        #expect(
            Set(shared.map { $0.links.first { $0.rel == "Up" }?.name }) == ["vbr01.example.test", "vbr02.example.test"]
        )
        let full = repositories.first { $0["Name"] == "Scale-out 1" }
        let free = try #require(Int(full?["FreeSpace"] ?? ""))
        let capacity = try #require(Int(full?["Capacity"] ?? ""))
        #expect(free < capacity / 50)
    }

    @Test func linksFollowTheKindOfJob() throws {
        var client = try Client.loggedOn()
        #expect(
            try client.job("Nightly").pairs == [
                "Up:BackupServerReference", "Alternate:JobReference", "Edit:JobReference", "Clone",
                "ToggleScheduleEnabled", "Down:ObjectInJobList", "Down:BackupJobSessionReferenceList",
                "Create:ObjectInJob", "Start", "Stop", "Retry",
            ]
        )
        #expect(
            try client.job("Offsite Copy").pairs == [
                "Up:BackupServerReference", "Alternate:JobReference", "Clone", "ToggleScheduleEnabled",
                "Down:BackupJobSessionReferenceList", "Sync", "Down:LinkedJobObjectList",
                "Down:LinkedBackupRepositoryObjectList", "Create:LinkedJobObject",
                "Create:LinkedBackupRepositoryObject",
            ]
        )
        #expect(try client.job("DC Replication").pairs.contains("Down:ReplicaJobSessionReferenceList"))
        var older = try Client.loggedOn(version: "v1_6")
        #expect(try !older.job("Offsite Copy").pairs.contains("Down:LinkedJobObjectList"))
    }

    @Test func pathsAreComparedWithoutCase() throws {
        var client = try Client.loggedOn()
        let path = try client.job("Nightly").href("Down:ObjectInJobList").uppercased()
        #expect(client.send(.get, path.replacing("HTTPS://EM.EXAMPLE.TEST:9398", with: "") + "/").status == 200)
    }

    @Test(arguments: [false, true]) func startCreatesASessionThatRunsAndEnds(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let task = try client.post(try client.job("Nightly").href("Start"))
        #expect(task.status == 202)
        #expect(task["Operation"] == "StartJob")
        #expect(task["State"] == "Running")
        #expect(task.child("Result") == nil)
        #expect(task.pairs == ["Delete"])

        client.now = .milliseconds(400)
        let middle = try client.get(task["Href"] ?? "")
        #expect(middle["State"] == "OperationFinished")
        #expect(middle.child("Result")?["Message"] == "OperationFinished")

        client.now = .milliseconds(700)
        let done = try client.get(task["Href"] ?? "")
        #expect(done["State"] == "Finished")
        #expect(done.child("Result")?["Success"] == "true")
        #expect(done.child("Result")?["Message"] == "Job \"Nightly\" triggered to start.")
        let href = done.href("Related:BackupJobSession")

        #expect(try client.get(href)["State"] == "Starting")
        client.now = .seconds(2)
        let working = try client.get(href)
        #expect(working["State"] == "Working")
        #expect(working["Result"] == "None")
        #expect(working["Progress"] == "46")
        #expect(working["EndTimeUTC"] == nil)
        client.now = .seconds(4)
        let over = try client.get(href)
        #expect(over["State"] == "Stopped")
        #expect(over["Result"] == "Success")
        #expect(over["Progress"] == "100")
        #expect(over["CreationTimeUTC"] == "2026-01-16T06:00:00.6Z")
        #expect(over["EndTimeUTC"] == "2026-01-16T06:00:03.6Z")
    }

    @Test func aSessionEndsAsConfigured() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.jobSessionResult = "Failed" })
        let done = try client.finish(try client.post(try client.job("Nightly").href("Start")))
        client.now += .seconds(3)
        let session = try client.get(done.href("Related:BackupJobSession"))
        #expect(session["Result"] == "Failed")
        #expect(session["FailureMessage"] == "Job \"Nightly\" has failed")
    }

    @Test func aRunningJobCannotBeStartedButStopped() throws {
        var client = try Client.loggedOn()
        let job = try client.job("DC Replication")
        let first = try client.finish(try client.post(job.href("Start")))
        let second = try client.finish(try client.post(job.href("Start")))
        #expect(second.child("Result")?["Success"] == "false")
        #expect(second.child("Result")?["Message"] == "Job \"DC Replication\" is already running.")
        let stop = try client.finish(try client.post(job.href("Stop")))
        #expect(stop.child("Result")?["Message"] == "Job \"DC Replication\" triggered to stop.")
        let session = first.href("Related:ReplicaJobSession")
        #expect(try client.get(session)["State"] == "Stopping")
        client.now += .milliseconds(200)
        #expect(try client.get(session)["State"] == "Stopped")
        #expect(try client.get(session)["Result"] == "Failed")
        let again = try client.finish(try client.post(job.href("Stop")))
        #expect(again.child("Result")?["Success"] == "false")
    }

    @Test func onlyAFailedJobCanBeRetried() throws {
        var client = try Client.loggedOn()
        let fine = try client.finish(try client.post(try client.job("Nightly").href("Retry")))
        #expect(fine.child("Result")?["Success"] == "false")
        let failed = try client.finish(try client.post(try client.job("SQL Servers").href("Retry")))
        #expect(failed.child("Result")?["Success"] == "true")
        #expect(try client.get(failed.href("Related:BackupJobSession"))["IsRetry"] == "true")
    }

    @Test func aSessionCanBeStopped() throws {
        var client = try Client.loggedOn()
        let started = try client.finish(try client.post(try client.job("Nightly").href("Start")))
        let session = try client.get(started.href("Related:BackupJobSession"))
        let stop = try client.post(session.href("Stop"))
        #expect(stop["Operation"] == "StopJobSession")
        #expect(try client.finish(stop).child("Result")?["Success"] == "true")
        client.now += .seconds(1)
        #expect(try client.get(session["Href"] ?? "")["State"] == "Stopped")
    }

    @Test func syncRunsACopyJob() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Offsite Copy")
        let task = try client.post(job.href("Sync"))
        #expect(task["Operation"] == "StartJobSync")
        #expect(try client.finish(task).pairs == ["Delete"])
        let sessions = try client.get(job.href("Down:BackupJobSessionReferenceList")).items("Ref")
        #expect(sessions.count == 2)
        #expect(try client.get(sessions.last?.href("Alternate:BackupJobSession") ?? "")["State"] == "Starting")
    }

    @Test func toggleFlipsTheSchedule() throws {
        var client = try Client.loggedOn()
        for expected in ["false", "true"] {
            let task = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
            #expect(try client.job("Nightly")["ScheduleEnabled"] != expected)
            #expect(try client.finish(task)["Operation"] == "UpdateJob")
            #expect(try client.job("Nightly")["ScheduleEnabled"] == expected)
        }
    }

    @Test func effectsCanShowLate() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.effectDelay = .seconds(5) })
        let task = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
        #expect(try client.finish(task)["State"] == "Finished")
        client.now += .seconds(4)
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "true")
        client.now += .seconds(1)
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "false")
    }

    @Test func anEditChangesWhatItNames() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Nightly")
        let body = """
            <Job xmlns="http://www.veeam.com/ent/v1.0" Type="Job"><Description>Changed</Description>\
            <JobScheduleOptions><Standart><RetryOptions><RetryTimes>5</RetryTimes></RetryOptions></Standart>\
            </JobScheduleOptions></Job>
            """
        let task = try Page(client.send(.put, job.href("Edit:JobReference"), body: body))
        #expect(task["Operation"] == "EditJob")
        _ = try client.finish(task)
        let after = try client.job("Nightly")
        #expect(after["Description"] == "Changed")
        #expect(after.child("JobScheduleOptions", "Standart", "RetryOptions")?["RetryTimes"] == "5")
        #expect(after["ScheduleEnabled"] == "true")
    }

    @Test func aDeletedJobIsGoneAndItsSessionsStay() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Lab (disabled)")
        let sessions = try client.get(client.hub?.href("Down:BackupJobSessionReferenceList") ?? "").items("Ref").count
        let task = try client.delete(job["Href"] ?? "")
        #expect(task["Operation"] == "DeleteJob")
        _ = try client.finish(task)
        #expect(client.send(.get, job["Href"] ?? "").status == 404)
        let after = try client.get(client.hub?.href("Down:BackupJobSessionReferenceList") ?? "")
        #expect(after.items("Ref").count == sessions)
        _ = try CrawlTests.crawl(&client)
    }

    @Test func generatedJobsComeOnTop() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.generatedJobs = 100 })
        #expect(try client.get(client.hub?.href("Down:JobReferenceList") ?? "").items("Ref").count == 106)
        #expect(try client.job("Backup Job 100")["JobType"] == "Backup")
    }
}
