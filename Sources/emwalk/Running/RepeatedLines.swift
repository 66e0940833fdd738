// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization

/// Says once what would be said many times in a row, and then how often.
final class RepeatedLines: Sendable {
    private struct State {
        var subject: String?
        var more = 0
    }

    private let state = Mutex(State())

    /// What is to be said for a line about a subject; nil subjects are never held back.
    func lines(_ line: String?, about subject: String?) -> [String] {
        state.withLock { state in
            if let subject, subject == state.subject {
                state.more += 1
                return []
            }
            // What says nothing does not end a row.
            guard let line else { return [] }
            defer { state.subject = subject }
            return RepeatedLines.ending(&state) + [line]
        }
    }

    /// What is left to be said when nothing more comes.
    func end() -> [String] {
        state.withLock { state in
            state.subject = nil
            return RepeatedLines.ending(&state)
        }
    }

    private static func ending(_ state: inout State) -> [String] {
        defer { state.more = 0 }
        return state.more == 0 ? [] : ["  … and \(state.more) more of them"]
    }
}
#endif
