// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import HypermediaClient

/// Doing everything up to the first write, and showing that.
extension Execution {
    mutating func plan() async throws -> Plan {
        progress.started(workflow.id)
        var action = machine.start(now: now)
        while true {
            switch action {
            case .finish(let ending):
                return plan(
                    ending.outcome,
                    write: nil,
                    outputs: ending.outputs,
                    message: ending.message,
                    failure: ending.failure
                )
            case .write(let write):
                do {
                    let planned = try planned(write)
                    return plan(
                        .planned,
                        write: planned,
                        outputs: [],
                        message: "One write is ready: \(planned.verb) by \(planned.rel)"
                            + (planned.type.map { ":\($0)" } ?? "") + ". Nothing was sent.",
                        failure: nil
                    )
                } catch let error as any ActionableError {
                    action = machine.refuse(error, now: now)
                }
            default: action = machine.handle(try await perform(action), now: now)
            }
        }
    }

    private func plan(
        _ outcome: Outcome,
        write: PlannedWrite?,
        outputs: [JSONValue.Member],
        message: String,
        failure: (any ActionableError)?
    ) -> Plan {
        let own = workflow.danger.map { $0.level == .none ? [] : [$0] } ?? []
        return Plan(
            workflow: workflow.id,
            outcome: outcome,
            hops: progress.allHops,
            write: write,
            dangers: write?.dangers ?? own,
            unknowns: write.map { unknowns(after: $0) } ?? [],
            outputs: .object(outputs),
            message: message,
            failure: failure
        )
    }

    private func unknowns(after write: PlannedWrite) -> [String] {
        var result = ["The answer to the write, and how its task ends."]
        let index = workflow.steps.firstIndex { $0.id == write.step } ?? 0
        for step in workflow.steps.dropFirst(index + 1) where step.condition == nil {
            result.append("What the step ‘\(step.id)’ finds.")
        }
        if !workflow.outputs.isEmpty {
            result.append("The outputs: \(workflow.outputs.map(\.name).joined(separator: ", ")).")
        }
        return result
    }

    /// The write as it would be sent, with what it does beside its purpose.
    func planned(_ write: StepWrite) throws -> PlannedWrite {
        let order = try runner.client.prepare(write.link, body: write.body, query: write.query)
        var dangers = workflow.danger.map { $0.level == .none ? [] : [$0] } ?? []
        for rule in runner.client.profile.dangers where rule.applies(to: write.link) {
            guard !dangers.contains(where: { $0.source == rule.source || $0.text == rule.text }) else { continue }
            dangers.append(Danger(level: .caution, text: rule.text, source: rule.source))
        }
        return PlannedWrite(write, order: order, dangers: dangers, secrets: inputs.secretTexts)
    }
}
