// SPDX-License-Identifier: Apache-2.0

#if Network
import ArgumentParser
import Testing

@testable import emwalk

/// What a plan says one may run next leads to the same server, as the same user.
@Suite struct ConnectionWordsTests {
    @Test(arguments: [
        [], ["--simulator"], ["--simulator", "--seed", "7", "--tenant", "Harbour Logistics", "--opaque-urls"],
        ["--em", "https://em.example:9398/api/", "--user", "LAB\\me", "--pin", "sha256:00", "--accept", "json"],
        [
            "--profile", "lab", "--tenant", "ora", "--organization", "quayside", "--password-file", "p", "--cacert",
            "c",
            "--api-version", "v1_6", "--host-map", "https://a=https://b", "--password-stdin", "--allow-plaintext",
        ],
    ]) func leadToTheSamePlace(_ words: [String]) throws {
        #expect(try ConnectionOptions.parse(words).words == words)
    }

    @Test func theNextCommandIsOneThatWorks() async throws {
        let plan = try await Emwalk.run(
            "plan",
            "clone-job",
            "job=Nightly",
            "name=Nightly 2",
            "repository=Backup Vol 01",
            "--simulator"
        )
        let line = try #require(plan.stdout.split(separator: "\n").last { $0.hasPrefix("Run it: emwalk ") })
        #expect(
            line == "Run it: emwalk run clone-job job=Nightly 'name=Nightly 2' 'repository=Backup Vol 01' --simulator"
        )
    }
}
#endif
