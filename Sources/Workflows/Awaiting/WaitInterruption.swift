// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Lets somebody decide, while a task is awaited, what is to become of it.
///
/// ```swift
/// let bell = InterruptBell()
/// let interruption = WaitInterruption(bell: bell) { report in
///     bell.calm()
///     return report.state == "Running" ? .end : .leave
/// }
/// ```
public struct WaitInterruption: Sendable {
    /// What is to become of a task that is being awaited.
    public enum Decision: Hashable, Sendable {
        /// It is awaited on.
        case goOn
        /// It is left running, and nobody waits.
        case leave
        /// It is ended by the link that it offers for that, and read once more.
        case end
    }

    let bell: InterruptBell
    let decide: @Sendable (TaskReport) async -> Decision

    /// An interruption.
    ///
    /// - Parameters:
    ///   - bell: what asks for the decision.
    ///   - decide: decides, with what the task said last; whoever says to go on calms the bell.
    public init(bell: InterruptBell, decide: @escaping @Sendable (TaskReport) async -> Decision) {
        self.bell = bell
        self.decide = decide
    }
}
