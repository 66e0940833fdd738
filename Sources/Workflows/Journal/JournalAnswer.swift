// SPDX-License-Identifier: Apache-2.0

/// What a write was answered with.
public struct JournalAnswer: Hashable, Sendable, Codable {
    /// What an answer says of the effect; more may be added.
    public struct Meaning: RawRepresentable, Hashable, Sendable, Codable {
        /// The word.
        public let rawValue: String
        /// A meaning by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The effect is there.
        public static let done = Meaning(rawValue: "done")
        /// A task was begun.
        public static let accepted = Meaning(rawValue: "accepted")
        /// It surely has no effect: it was not sent, or refused before it was acted upon.
        public static let withoutEffect = Meaning(rawValue: "without-effect")
        /// Nobody can tell.
        public static let unknown = Meaning(rawValue: "unknown")
    }

    /// The step that sent the write.
    public let step: String
    /// Which round of the step; nil for a step that is taken once.
    public let round: String?
    /// What it says of the effect.
    public let meaning: Meaning
    /// The status of the answer; nil if none came.
    public let status: Int?
    /// Why there is no answer that can be used: a code of an error.
    public let note: String?

    /// An answer.
    public init(step: String, round: String? = nil, meaning: Meaning, status: Int?, note: String? = nil) {
        self.step = step
        self.round = round
        self.meaning = meaning
        self.status = status
        self.note = note
    }
}
