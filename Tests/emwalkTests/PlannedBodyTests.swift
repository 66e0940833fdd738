// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

/// Bodies of workflows are held against the schema before anything is sent.
@Suite struct PlannedBodyTests {
    @Test(
        arguments: ["xml", "json"],
        [
            ["link-repository", "job=Offsite Copy", "repository=Backup Vol 01"],
            ["clone-job", "job=Nightly", "name=Nightly 2", "repository=Backup Vol 01"],
        ]
    )
    func aPlannedBodyIsValid(_ format: String, _ workflow: [String]) async throws {
        let run = try await Emwalk.run(list: ["plan"] + workflow + ["--simulator", "--json", "--accept", format])
        #expect(run.status == 0)
        #expect(run.stdout.contains(#""verdict": "valid""#), "\(run.stdout)")
    }

    @Test func aNameThatIsTooLongIsRefusedAndNothingIsSent() async throws {
        let name = String(repeating: "n", count: 51)
        let run = try await Emwalk.run(
            "run",
            "clone-job",
            "job=Nightly",
            "name=\(name)",
            "repository=Backup Vol 01",
            "--simulator",
            "--yes"
        )
        #expect(run.status == 2)
        #expect(!run.stderr.contains("POST   Clone"))
        #expect(run.stderr.contains("50"))
    }
}
#endif
