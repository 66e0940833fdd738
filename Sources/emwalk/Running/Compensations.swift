// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import RunStore
internal import Workflows

/// How runs are undone, and which are already.
struct Compensations {
    private let undone: [String: String]

    /// Learns from the runs which of them were undone by which.
    init(_ records: [RunRecord]) {
        var undone: [String: String] = [:]
        for record in records {
            guard let other = record.start.compensates, let outcome = record.ending?.outcome else { continue }
            if outcome == .changed || outcome == .unchanged { undone[other] = record.run }
        }
        self.undone = undone
    }

    /// The workflow that undoes what a run did; nil if it did nothing, if none is known, or if it was undone.
    func workflow(for record: RunRecord) -> String? {
        guard record.ending?.outcome == .changed, undone[record.run] == nil else { return nil }
        return (try? source(record))?.rule.workflowID
    }

    /// The workflow and the inputs that undo a run.
    ///
    /// - Parameter given: further inputs, such as secrets.
    func order(_ record: RunRecord, given: [String: String]) throws -> (workflow: Workflow, inputs: [String: String]) {
        guard let ending = record.ending else {
            throw CommandError(
                "not-compensable",
                "The run \(record.run) has not ended, so there is nothing to undo yet.",
                hint: "Let it end first: emwalk resume \(record.run)"
            )
        }
        guard ending.outcome == .changed else {
            throw CommandError(
                "not-compensable",
                "The run \(record.run) ended \(ending.outcome), so it changed nothing that could be undone."
            )
        }
        if let other = undone[record.run] {
            throw CommandError("not-compensable", "The run \(record.run) was undone already, by the run \(other).")
        }
        let (workflow, rule, source) = try source(record)
        let inputs = try RunInputs(record.start.inputs, for: workflow)
        // The journal has no secrets, only their places.
        let known = inputs.values.filter { !record.start.secrets.contains($0.name) }
        let filled = rule.inputs(inputs: known, outputs: ending.outputs?.value ?? .null)
        return (try source.workflow(rule.workflowID), filled.merging(given) { $1 })
    }

    private func source(
        _ record: RunRecord
    ) throws -> (workflow: Workflow, rule: Compensation, source: WorkflowSource) {
        let source = try WorkflowSource(file: record.start.source)
        let workflow = try source.workflow(record.workflow)
        guard let rule = workflow.compensation else {
            throw CommandError(
                "not-compensable",
                "The workflow ‘\(workflow.id)’ does not say how it is undone.",
                hint: "‘emwalk runs \(record.run)’ shows what it did."
            )
        }
        return (workflow, rule, source)
    }
}
#endif
