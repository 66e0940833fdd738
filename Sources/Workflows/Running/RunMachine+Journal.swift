// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What a run tells its journal.
extension RunMachine {
    /// What steps brought since this was asked last.
    mutating func takeNotes() -> [JournalStep] {
        defer { notes = [] }
        return notes
    }

    /// What came of looking for effects since this was asked last.
    mutating func takeLooks() -> [JournalLook] {
        defer { looks = [] }
        return looks
    }

    /// Notes what a step brought: its outputs, and what something is compared with later; nil for nothing.
    mutating func note(_ step: Step, _ record: RunMemory.StepRecord?) {
        var outputs: [String: JournalValue] = [:]
        for output in record?.outputs ?? [] { outputs[output.name] = JournalValue(output.value) }
        notes.append(JournalStep(step: step.id, outputs: outputs, values: comparedValues(of: step)))
    }

    /// The values of the expressions about properties of what a step brought.
    ///
    /// They may be compared with what is read after a write, so that they must be those from before it.
    private func comparedValues(of step: Step) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for use in ExpressionUse.all(in: workflow) where use.expression.stepID == step.id {
            switch use.expression {
            case .stepItem(_, .some), .stepItems(_, .some): break
            default: continue
            }
            let name = use.expression.description
            if let kept = memory.earlier.values[name] {
                result[name] = kept
                continue
            }
            switch evaluator().value(of: use.expression) {
            case .texts(let texts): result[name] = texts
            case .value(let value): result[name] = value.scalar.map { [$0] } ?? []
            default: result[name] = []
            }
        }
        return result
    }
}
