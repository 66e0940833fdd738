// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Which items of a collection a step goes on with: the latest, and filters by inputs that were not given.
@Suite struct ChoosingTests {
    private func run(
        _ select: String,
        _ inputs: [String: String] = [:],
        of list: String = "VmRestorePointList"
    ) async throws -> RunResult {
        let yaml = """
            emflow: "1.0"
            info: {title: Choosing}
            workflows:
              - workflowId: choose
                summary: Choose
                inputs:
                  type: object
                  properties:
                    vm: {type: string}
                    point: {type: string}
                steps:
                  - stepId: points
                    from: $session
                    follow: {rel: Down, type: \(list)}
                  - stepId: chosen
                    from: $steps.points
                    select: \(select)
                outputs:
                  all: {each: $steps.points.items, as: $item.CreationTimeUTC}
                  chosen: $steps.chosen.item.CreationTimeUTC
                  many: {each: $steps.chosen.items, as: $item.VmName}
            """
        let file = try WorkflowFile(yaml: yaml, file: "choose.yaml", profile: .enterpriseManager)
        let laboratory = try Laboratory(accept: .json)
        return try await HypermediaClient.withSession(laboratory.client) { _ in
            try await laboratory.runner().run(file.workflows[0], inputs: inputs)
        }
    }

    @Test func theLatestOfThoseThatFit() async throws {
        let result = try await run(
            "{item: VmRestorePoint, where: {VmName: $inputs.vm}, greatest: CreationTimeUTC}",
            ["vm": "sql01"]
        )
        #expect(result.outcome == .read, "\(result.message)")
        let chosen = try #require(result.outputs["chosen"]?.scalar)
        // The last run of that job failed, so its latest point is older than others.
        let all = result.outputs["all"]?.elements?.compactMap(\.scalar) ?? []
        #expect(all.contains(chosen))
        #expect(all.contains { $0 > chosen } && all.contains { $0 < chosen })
    }

    @Test func severalThatAreLatestAreRefused() async throws {
        let none = try await run("{item: VmRestorePoint, where: {VmName: nobody}, greatest: CreationTimeUTC}")
        #expect(none.failure?.code == .itemMissing)
        let silent = try await run("{item: VmRestorePoint, greatest: VmName}")
        #expect(silent.failure?.code == .itemMissing)
        let several = try await run("{item: RestoreSession, greatest: Progress}", of: "RestoreSessionList")
        #expect(several.failure?.code == .itemAmbiguous, "\(several.message)")
    }

    @Test func anInputThatIsNotGivenFiltersNothing() async throws {
        let select = "{item: VmRestorePoint, where: {VmName: $inputs.vm}, cardinality: many}"
        let some = try await run(select, ["vm": "sql01"])
        #expect(Set(some.outputs["many"]?.elements?.compactMap(\.scalar) ?? []) == ["sql01"])
        let all = try await run(select)
        #expect(all.outputs["many"]?.elements?.count == all.outputs["all"]?.elements?.count)
        // Where one is meant, a name that is missing must not choose.
        let one = try await run("{item: VmRestorePoint, where: {VmName: $inputs.vm}}")
        #expect(one.failure?.code == .valueMissing)
    }
}
