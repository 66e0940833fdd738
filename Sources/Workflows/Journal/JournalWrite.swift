// SPDX-License-Identifier: Apache-2.0

/// A write before it is sent.
public struct JournalWrite: Hashable, Sendable, Codable {
    /// The step that sends it.
    public let step: String
    /// Which round of a step that is taken for several items; nil for a step that is taken once.
    public let round: String?
    /// The method.
    public let verb: String
    /// The relation of the link.
    public let rel: String
    /// The type of the link, if it has one.
    public let type: String?
    /// How the link is reached from the session; holds no URL.
    public let path: String
    /// A fingerprint of the body, secrets masked before and hrefs left out; nil for none.
    public let bodyFingerprint: String?
    /// A fingerprint of what it should bring about; nil if nothing says.
    public let effectFingerprint: String?
    /// How long its task may take, in milliseconds.
    public let taskLimit: Int
    /// Whether its effect outlasts the session; that of a mount, or of clearing one away, does not.
    public let isLasting: Bool

    /// A write.
    public init(
        step: String,
        round: String? = nil,
        verb: String,
        rel: String,
        type: String?,
        path: String,
        bodyFingerprint: String?,
        effectFingerprint: String?,
        taskLimit: Int,
        isLasting: Bool = true
    ) {
        self.step = step
        self.round = round
        self.verb = verb
        self.rel = rel
        self.type = type
        self.path = path
        self.bodyFingerprint = bodyFingerprint
        self.effectFingerprint = effectFingerprint
        self.taskLimit = taskLimit
        self.isLasting = isLasting
    }

    /// Whether two writes send the same by the same link.
    func isSame(as other: JournalWrite) -> Bool {
        step == other.step && round == other.round && verb == other.verb && rel == other.rel && type == other.type
            && path == other.path && bodyFingerprint == other.bodyFingerprint
    }
}
