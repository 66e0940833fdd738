// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// The whole catalogue, one workflow after the other: a plan sends nothing, and no href is made up.
@Suite struct EveryWorkflowTests {
    /// Opaque tokens, shuffled links and decoys, in both formats; plain hrefs once.
    static let settings = CatalogueTests.Setting.all.filter { $0.scrambled || $0.accept == .json }

    private static let trials = Trial.all
    private static let catalogue = Result { try WorkflowCatalog.enterpriseManager() }

    @Test func everyWorkflowIsTried() throws {
        #expect(Self.trials.map(\.workflow) == (try Self.catalogue.get().workflows.map(\.id).sorted()))
        #expect(AmbiguousWorkflows.names.allSatisfy { name in Self.trials.contains { $0.workflow == name } })
    }

    @Test(arguments: settings, trials) func aPlanSendsNothing(
        _ setting: CatalogueTests.Setting,
        _ trial: Trial
    ) async throws {
        let laboratory = try Rehearsal(setting, trial.change).laboratory()
        let workflow = try Self.catalogue.get().workflow(trial.workflow)
        let plan = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await laboratory.runner().plan(workflow, inputs: trial.inputs)
        }
        let isAmbiguous = setting.scrambled && trial.isAmbiguousAtOnce
        #expect(plan.outcome == (isAmbiguous ? .failed : trial.planned), "\(trial): \(plan.message)")
        if isAmbiguous { #expect(plan.failure?.code == .linkAmbiguous, "\(trial): \(plan.message)") }
        #expect(laboratory.recorder.writes.isEmpty, "\(trial)")
        #expect(laboratory.transport.log.writes.isEmpty, "\(trial)")
        try Rehearsal.Record(laboratory: laboratory, plan: plan, results: [], changesQueries: true)
            .expectHonest(writes: 0)
    }

    @Test(arguments: settings.filter(\.scrambled), trials) func aRunFollowsWhatWasHandedOut(
        _ setting: CatalogueTests.Setting,
        _ trial: Trial
    ) async throws {
        let laboratory = try Rehearsal(setting, trial.change).laboratory()
        let workflow = try Self.catalogue.get().workflow(trial.workflow)
        let result = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await laboratory.runner().run(workflow, inputs: trial.inputs)
        }
        if AmbiguousWorkflows.names.contains(trial.workflow) {
            #expect(result.failure?.code == .linkAmbiguous, "\(trial): \(result.message)")
        } else {
            #expect(result.outcome == trial.ended, "\(trial): \(result.message)")
        }
        let log = laboratory.transport.log
        let unknown = log.madeUp.filter { !$0.pathWasHandedOut }
        #expect(unknown.isEmpty, "\(trial): \(unknown)")
        try log.expectNoTraps()
    }
}
