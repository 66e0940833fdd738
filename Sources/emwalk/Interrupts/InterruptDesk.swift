// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Synchronization
internal import Workflows

/// Decides what becomes of a task that is awaited when a signal comes: asks at a terminal, and follows the options
/// elsewhere.
final class InterruptDesk: Sendable {
    private struct State {
        var decision: WaitInterruption.Decision?
        var rearm: (@Sendable () -> Void)?
    }

    private let bell = InterruptBell()
    private let state = Mutex(State())
    /// Held while somebody thinks about a question; what was decided can be read meanwhile.
    private let question = Mutex(())
    private let endsTasks: Bool
    private let ask: (@Sendable (TaskReport) -> WaitInterruption.Decision)?

    /// A desk.
    ///
    /// - Parameters:
    ///   - endsTasks: whether tasks are ended without asking.
    ///   - ask: asks somebody; nil where nobody can be asked.
    init(endsTasks: Bool, ask: (@Sendable (TaskReport) -> WaitInterruption.Decision)?) {
        self.endsTasks = endsTasks
        self.ask = ask
    }

    /// A desk of a command: asks where there is a terminal to ask at.
    convenience init(endsTasks: Bool, console: Console, progress: ProgressLine?) {
        guard !console.isJSON, console.isErrorTerminal, TerminalPrompt.isAvailable else {
            self.init(endsTasks: endsTasks, ask: nil)
            return
        }
        self.init(endsTasks: endsTasks) { report in
            progress?.hide()
            defer { progress?.show() }
            return InterruptQuestion(console: console).ask(about: report)
        }
    }

    /// What was decided, if it was not to go on.
    var decision: WaitInterruption.Decision? { state.withLock { $0.decision } }

    /// For those who wait for tasks.
    var interruption: WaitInterruption {
        WaitInterruption(bell: bell) { report in self.decide(report) }
    }

    /// Takes a signal if a task is being awaited; nothing is to be decided otherwise.
    func takes(_ rearm: @escaping @Sendable () -> Void) -> Bool {
        guard bell.isHeard else { return false }
        state.withLock { $0.rearm = rearm }
        bell.ring()
        return true
    }

    /// Several who wait at the same time are asked once: the first answer is that of all.
    private func decide(_ report: TaskReport) -> WaitInterruption.Decision {
        question.withLock { _ in
            if let decision { return decision }
            guard bell.isRung else { return .goOn }
            let answer = endsTasks ? .end : ask?(report) ?? .leave
            guard answer == .goOn else {
                state.withLock { $0.decision = answer }
                return answer
            }
            bell.calm()
            state.withLock { $0.rearm }?()
            return .goOn
        }
    }
}
#endif
