// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HypermediaClient
import Testing
import Workflows

extension Rehearsal {
    /// One of several runs.
    struct Call {
        let name: String
        let inputs: [String: String]

        init(_ name: String, _ inputs: [String: String] = [:]) {
            self.name = name
            self.inputs = inputs
        }
    }

    /// Runs workflows one after the other in one logon session.
    ///
    /// - Parameters:
    ///   - calls: what to run.
    ///   - outcomes: how each ends.
    ///   - writes: how much they write in all.
    ///   - between: called after each run with its number, such as to let time pass.
    func runs(
        _ calls: [Call],
        _ outcomes: [Outcome],
        writes: Int,
        between: @Sendable (Laboratory, Int) throws -> Void = { _, _ in }
    ) async throws -> Record {
        let laboratory = try laboratory()
        let catalog = try WorkflowCatalog.enterpriseManager()
        let results = try await HypermediaClient.withSession(laboratory.client) { _ in
            let runner = laboratory.runner()
            var results: [RunResult] = []
            for (index, call) in calls.enumerated() {
                results.append(try await runner.run(try catalog.workflow(call.name), inputs: call.inputs))
                try between(laboratory, index)
            }
            return results
        }
        let said = results.map { "\($0.workflow): \($0.message)" }.joined(separator: " ")
        #expect(results.map(\.outcome) == outcomes, "\(said)")
        let record = Record(laboratory: laboratory, plan: nil, results: results, changesQueries: changesQueries)
        try record.expectHonest(writes: writes)
        return record
    }
}
