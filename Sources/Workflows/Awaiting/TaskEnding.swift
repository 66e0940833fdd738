// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// How waiting for a task ended.
public enum TaskEnding: Hashable, Sendable {
    /// It ended with success.
    case finished(TaskReport)
    /// It ended without success.
    case failed(TaskReport)
    /// Nobody can tell any more how it ended; the report is the last one.
    case lost(TaskReport, Loss)
    /// It did not end in time; it may still do so.
    case timedOut(TaskReport, after: Duration)
    /// Somebody said that it should not be awaited any more; it goes on.
    case left(TaskReport)

    /// Why a task cannot be asked any more.
    public enum Loss: Hashable, Sendable {
        /// The logon session that it belonged to ended, and another one was opened since.
        case sessionRenewed
        /// The server does not know it, although the session is the same.
        case unknownToServer
        /// It has no link to itself.
        case withoutLink
        /// The server could not be asked, with the reason.
        case unreachable(String)
        /// It was ended on request by the link that it offers for that; whether the server knows it no more.
        case endedByRequest(isGone: Bool)
        /// It was to be ended on request, which did not work, with the reason.
        case notEnded(String)

        /// The reason in a sentence, for people.
        public var sentence: String {
            switch self {
            case .sessionRenewed: "The logon session ended meanwhile, and its tasks with it."
            case .unknownToServer: "The server does not know the task any more, although the session is the same."
            case .withoutLink: "The task has no link to itself, so it cannot be asked."
            case .endedByRequest(true): "The task was ended on request, and the server does not know it any more."
            case .endedByRequest(false): "The task was ended on request; the server still shows it."
            case .notEnded(let reason): "The task could not be ended: \(reason)"
            case .unreachable(let reason): "The task could not be asked any more: \(reason)"
            }
        }
    }

    /// The last report.
    public var report: TaskReport {
        switch self {
        case .finished(let report), .failed(let report), .lost(let report, _), .timedOut(let report, _),
            .left(let report):
            report
        }
    }
}
