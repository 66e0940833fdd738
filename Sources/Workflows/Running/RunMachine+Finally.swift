// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The steps that are taken at the end, whatever happened.
extension RunMachine {
    /// Whether nothing comes after an ending.
    var isOver: Bool {
        switch phase {
        case .main: isPlan || workflow.finally.isEmpty
        case .finally: cursor >= steps.count
        }
    }

    /// The run ended, or one of its last steps did not work: the next of those comes.
    mutating func goOn(after ending: RunEnding) {
        switch phase {
        case .main:
            held = ending
            phase = .finally
            cursor = 0
        case .finally:
            if let failure = ending.failure {
                let step = steps[cursor].id
                held?.leftovers.append(RunLeftover(step: step, failure: failure))
                held?.message += " Afterwards ‘\(step)’ did not work: \(failure.message)"
                cursor += 1
            } else {
                cursor = steps.count
            }
        }
        rounds = nil
        patience = nil
        check = nil
        self.ending = nil
        written = .nothing
        unread = []
        remarks = []
        pending = .nothing
    }

    /// Somebody stopped the run: the last steps come at once; nil if there are none, or if they are under way.
    mutating func interrupt(now: Duration) -> Action? {
        guard phase == .main, !isOver else { return nil }
        goOn(after: RunEnding(outcome: .unknown, message: "It was interrupted."))
        return attempt(now: now) { machine in try machine.advance(now: now) }
    }

    /// Whether there is nothing to take one of the last steps on.
    func isWithoutOrigin(_ step: Step) -> Bool {
        if case .absent = evaluator().value(of: step.from) { return step.forEach == nil }
        return false
    }
}
