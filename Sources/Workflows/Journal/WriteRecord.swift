// SPDX-License-Identifier: Apache-2.0

/// What a journal knows of one write.
public struct WriteRecord: Hashable, Sendable {
    /// What became of it.
    public enum Fate: Hashable, Sendable {
        /// It surely had no effect.
        case withoutEffect
        /// Its effect is there: it was answered so, its task ended with success, or the effect was seen.
        case done
        /// Its task ended without success, with what the server says.
        case failed(String?)
        /// Nobody can tell.
        case unknown
    }

    /// What was to be sent.
    public let intent: JournalWrite
    /// When it was to be sent.
    public let at: Moment
    /// What became of it.
    public private(set) var fate = Fate.unknown
    /// The status that it was answered with; nil if no answer is known.
    public private(set) var status: Int?
    /// The state of its task that was seen last; nil if it has none or none was seen.
    public private(set) var taskState: String?

    init(_ intent: JournalWrite, at: Moment) {
        self.intent = intent
        self.at = at
    }

    mutating func take(_ answer: JournalAnswer) {
        status = answer.status
        switch answer.meaning {
        case .done: fate = .done
        case .withoutEffect: fate = .withoutEffect
        default: fate = .unknown
        }
    }

    mutating func take(_ task: JournalTask) {
        taskState = task.state
        switch task.succeeded {
        case true: fate = .done
        case false: fate = .failed(task.note)
        default: fate = .unknown
        }
    }

    mutating func take(_ look: JournalLook) { fate = look.wasSeen ? .done : .withoutEffect }
}
