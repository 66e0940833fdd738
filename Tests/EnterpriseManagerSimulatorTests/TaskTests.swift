// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct TaskTests {
    @Test func tasksCountWithinTheirSession() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Nightly").href("ToggleScheduleEnabled")
        #expect(try client.post(job)["TaskId"] == "task-1")
        #expect(try client.post(job)["TaskId"] == "task-2")
        let list = try client.get(client.hub?.href("Down:TaskList") ?? "")
        #expect(list.items("Task").map { $0["TaskId"] } == ["task-1", "task-2"])
        try client.logOn()
        #expect(try client.get(client.hub?.href("Down:TaskList") ?? "").items("Task").isEmpty)
        #expect(try client.post(job)["TaskId"] == "task-1")
    }

    @Test(arguments: UnknownTaskStatus.allCases) func anUnknownTaskIsAnError(status: UnknownTaskStatus) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.unknownTaskStatus = status })
        let page = try client.get("/api/tasks/task-297")
        #expect(page.status == status.rawValue)
        #expect(page["Message"] == "There is no backup task with id [task-297] in current rest session")
    }

    @Test func aDeletedTaskIsGoneAndItsEffectComes() throws {
        var client = try Client.loggedOn()
        let task = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
        #expect(client.send(.delete, task.href("Delete")).status == 204)
        client.now = .seconds(1)
        #expect(client.send(.get, task["Href"] ?? "").status == 500)
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "false")
    }

    @Test func anEffectOutlivesTheSession() throws {
        var client = try Client.loggedOn()
        _ = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
        _ = client.send(.delete, client.hub?.href("Delete") ?? "")
        client.now = .seconds(1)
        try client.logOn()
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "false")
    }

    @Test func collectingIsATask() throws {
        var client = try Client.loggedOn()
        let servers = try client.get(client.hub?.href("Down:BackupServerList") ?? "").items("BackupServer")
        let task = try client.post(servers.first?.href("Start") ?? "")
        #expect(task["Operation"] == "CollectingBackupServer")
        #expect(try client.finish(task).child("Result")?["Success"] == "true")
    }
}
