// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Runs workflows of the catalogue as an operator does: planned, run, and run once more.
struct Rehearsal {
    /// As the command has it: bodies that break it are not sent.
    static let schema = Result { try Schema.enterpriseManager() }

    let setting: CatalogueTests.Setting
    let apiVersion: String?
    let change: @Sendable (inout SimulatorConfiguration) -> Void
    /// Whether the workflow changes parameters of handed-out links, as the profile allows for some.
    var changesQueries = false
    /// The tenant of Cloud Connect that logs on; nil for the administrator.
    let tenant: String?

    init(
        _ setting: CatalogueTests.Setting,
        apiVersion: String? = nil,
        tenant: String? = nil,
        _ change: @escaping @Sendable (inout SimulatorConfiguration) -> Void = { _ in }
    ) {
        self.setting = setting
        self.apiVersion = apiVersion
        self.tenant = tenant
        self.change = change
    }

    /// A new simulator with a new client.
    func laboratory() throws -> Laboratory {
        try Laboratory(
            accept: setting.accept,
            apiVersion: apiVersion,
            schema: try Self.schema.get(),
            tenant: tenant
        ) { configuration in
            configuration.opaqueURLs = setting.scrambled
            configuration.shuffleLinks = setting.scrambled
            configuration.decoyLinks = setting.scrambled
            change(&configuration)
        }
    }

    /// What came of runs in one simulator, in their order.
    struct Record {
        let laboratory: Laboratory
        let plan: Plan?
        let results: [RunResult]
        var changesQueries = false

        /// An output of the first run.
        subscript(_ output: String) -> JSONValue? { results.first?.outputs[output] }

        /// The texts of a member of what the first run lists in an output.
        func texts(_ output: String, _ member: String) -> [String] {
            self[output]?.elements?.compactMap { $0[member]?.scalar } ?? []
        }

        /// Nothing was made up, no trap was hit, and so much was written.
        func expectHonest(writes: Int) throws {
            let log = laboratory.transport.log
            if changesQueries {
                let unknown = log.madeUp.filter { !$0.pathWasHandedOut }
                #expect(unknown.isEmpty, "\(unknown)")
            } else {
                try log.expectOnlyHandedOut()
            }
            try log.expectNoTraps()
            try log.expectWrites(writes)
        }
    }

    /// The same, with workflows that change parameters of handed-out links.
    var changingQueries: Rehearsal {
        var copy = self
        copy.changesQueries = true
        return copy
    }

    /// Runs a workflow that only reads.
    func reads(_ name: String, _ inputs: [String: String] = [:]) async throws -> Record {
        let laboratory = try laboratory()
        let result = try await laboratory.run(name, inputs)
        #expect(result.outcome == .read, "\(name): \(result.message)")
        let record = Record(laboratory: laboratory, plan: nil, results: [result], changesQueries: changesQueries)
        try record.expectHonest(writes: 0)
        return record
    }

    /// Plans, which sends nothing; runs, which sends what was planned; and runs once more.
    ///
    /// - Parameters:
    ///   - name: the workflow.
    ///   - inputs: its inputs.
    ///   - again: how the second run ends; nil for none.
    ///   - writes: how much the first run writes.
    ///   - furtherWrites: how much the second run writes.
    func changes(
        _ name: String,
        _ inputs: [String: String],
        again: Outcome? = .unchanged,
        writes: Int = 1,
        furtherWrites: Int = 0
    ) async throws -> Record {
        let planning = try laboratory()
        let plan = try await planning.plan(name, inputs)
        #expect(plan.outcome == .planned, "\(name): \(plan.message)")
        try planning.transport.log.expectWrites(0)

        let laboratory = try laboratory()
        let workflow = try WorkflowCatalog.enterpriseManager().workflow(name)
        let results = try await HypermediaClient.withSession(laboratory.client) { _ in
            let runner = laboratory.runner()
            var results = [try await runner.run(workflow, inputs: inputs)]
            #expect(laboratory.transport.log.writes.count == writes, "\(name): \(laboratory.transport.log.writes)")
            if again != nil { results.append(try await runner.run(workflow, inputs: inputs)) }
            return results
        }
        #expect(results[0].outcome == .changed, "\(name): \(results[0].message)")
        if let again { #expect(results[1].outcome == again, "\(name) again: \(results[1].message)") }
        let record = Record(laboratory: laboratory, plan: plan, results: results, changesQueries: changesQueries)
        try record.expectHonest(writes: writes + furtherWrites)
        // A DELETE that is answered at once is not among them: it looks like a logoff.
        if let planned = plan.write, let sent = laboratory.recorder.writes.first {
            #expect(sent.body == planned.body)
            #expect(sent.method.rawValue == planned.verb.rawValue)
        }
        return record
    }

    /// Runs a workflow that ends before it writes.
    @discardableResult
    func refuses(_ name: String, _ inputs: [String: String], _ code: ErrorCode) async throws -> RunResult {
        let laboratory = try laboratory()
        let result = try await laboratory.run(name, inputs)
        #expect(result.outcome == .failed, "\(name): \(result.message)")
        #expect(result.failure?.code == code, "\(name): \(String(describing: result.failure))")
        try Record(laboratory: laboratory, plan: nil, results: [result], changesQueries: changesQueries)
            .expectHonest(writes: 0)
        return result
    }
}
