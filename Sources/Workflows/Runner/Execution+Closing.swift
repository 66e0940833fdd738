// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What a run still does after somebody has stopped it.
extension Execution {
    /// How long the last steps may take then; the request at hand is waited for as long as requests may take.
    static let closingLimit = Duration.seconds(30)

    /// Takes the last steps of a run that was stopped, so that nothing stays mounted.
    ///
    /// A cancelled task cannot send; the one made here is awaited at once, so nothing outlives this call.
    mutating func close() async {
        if let next = machine.interrupt(now: now) {
            action = next
            wait = nil
        }
        guard machine.phase == .finally else { return }
        closingDeadline = now + Execution.closingLimit
        let stopped = self
        self = await Task {
            var closing = stopped
            await closing.takeLastSteps()
            return closing
        }.value
    }

    private mutating func takeLastSteps() async {
        while let closingDeadline, now < closingDeadline {
            if isFinishing { return }
            do { _ = try await act() } catch { return }
        }
    }
}
