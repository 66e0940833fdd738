// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct FaultTests {
    static let toggle = FaultMatch(method: .post, path: "action=toggle")

    static func client(_ faults: Fault..., opaque: Bool = false) throws -> Client {
        try Client.loggedOn(
            SimulatorConfiguration {
                $0.faults = faults
                $0.opaqueURLs = opaque
            }
        )
    }

    @Test func theSecondOfItsKindIsRefused() throws {
        let fault = Fault(.status(503, retryAfter: 2), on: FaultMatch(method: .get, path: "/api/jobs"), occurrence: 2)
        var client = try FaultTests.client(fault)
        #expect(client.send(.get, "/api/jobs").status == 200)
        #expect(client.send(.get, "/api/repositories").status == 200)
        let refused = client.send(.get, "/api/jobs")
        #expect(refused.status == 503)
        #expect(refused.headers[.retryAfter] == "2")
        #expect(client.send(.get, "/api/jobs").status == 200)
    }

    @Test func aDroppedRequestHadItsEffectOrNot() throws {
        for (effect, enabled) in [(FaultEffect.dropBefore, "true"), (.dropAfter, "false")] {
            var client = try FaultTests.client(Fault(effect, on: FaultTests.toggle), opaque: true)
            let response = client.send(.post, try client.job("Nightly").href("ToggleScheduleEnabled"))
            #expect(response.delivery == (effect == .dropBefore ? .closedBeforeRequest : .closedAfterRequest))
            #expect(client.simulator.log.entries.last?.status == nil)
            client.now = .seconds(1)
            #expect(try client.job("Nightly")["ScheduleEnabled"] == enabled)
        }
    }

    @Test func aSessionCanEndInMidRun() throws {
        var client = try FaultTests.client(Fault(.unauthorized, on: FaultMatch(path: "/repositories")))
        #expect(client.send(.get, "/api/jobs").status == 200)
        #expect(client.send(.get, "/api/repositories").status == 401)
        #expect(client.send(.get, "/api/jobs").status == 401)
        try client.logOn()
        #expect(client.send(.get, "/api/repositories").status == 200)
    }

    @Test func bodiesAndTypesCanBeWrong() throws {
        let faults = [
            Fault(.truncate(10), on: FaultMatch(path: "/jobs")),
            Fault(.contentType("text/plain"), on: FaultMatch(path: "/repositories")),
            Fault(.htmlPage, on: FaultMatch(path: "/backupServers")),
            Fault(.redirect("https://em.example.test:9398/api/"), on: FaultMatch(path: "/tasks")),
            Fault(.rawBody([1, 2], contentType: "x/y"), on: FaultMatch(path: "/replicaSessions")),
        ]
        var client = try Client.loggedOn(SimulatorConfiguration { $0.faults = faults })
        let cut = client.send(.get, "/api/jobs")
        #expect(cut.body.count == 10)
        let whole = client.send(.get, "/api/jobs").body.count
        #expect(cut.delivery == .cutShort(contentLength: whole))
        #expect(client.send(.get, "/api/repositories").headers[.contentType] == "text/plain")
        #expect(client.send(.get, "/api/backupServers").headers[.contentType] == "text/html")
        let redirect = client.send(.get, "/api/tasks")
        #expect(redirect.status == 302)
        #expect(redirect.headers[.location] == "https://em.example.test:9398/api/")
        #expect(client.send(.get, "/api/replicaSessions").body == [1, 2])
    }

    @Test func tasksCanFailOrNeverEnd() throws {
        let cases: [(FaultEffect, String, String?, String?)] = [
            (.taskNeverEnds, "Running", nil, nil),
            (.taskFails("No space"), "Finished", "false", "No space"),
            (.taskFinishedSuccessFalse, "Finished", "false", nil),
        ]
        for (effect, state, success, message) in cases {
            var client = try FaultTests.client(Fault(effect, on: FaultTests.toggle))
            let task = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
            #expect(task.status == 202)
            client.now = .seconds(600)
            let done = try client.get(task["Href"] ?? "")
            #expect(done["State"] == state)
            #expect(done.child("Result")?["Success"] == success)
            #expect(done.child("Result")?["Message"] == message)
            #expect(try client.job("Nightly")["ScheduleEnabled"] == "true")
        }
    }

    @Test func aTaskCanBeLost() throws {
        var client = try FaultTests.client(Fault(.taskLost, on: FaultTests.toggle))
        let task = try client.post(try client.job("Nightly").href("ToggleScheduleEnabled"))
        #expect(task.status == 202)
        #expect(try client.finish(task).status == 500)
        #expect(try client.job("Nightly")["ScheduleEnabled"] == "false")
    }

    @Test func withoutNumberEveryRequestFails() throws {
        let fault = Fault(.status(503), on: FaultMatch(path: "/jobs"), occurrence: nil)
        var client = try FaultTests.client(fault)
        for _ in 0..<3 { #expect(client.send(.get, "/api/jobs").status == 503) }
    }
}
