// SPDX-License-Identifier: Apache-2.0

/// What came of looking for the effect of a write.
public struct JournalLook: Hashable, Sendable, Codable {
    /// The step that sent the write.
    public let step: String
    /// Which round of the step; nil for a step that is taken once.
    public let round: String?
    /// Whether the effect was seen.
    public let wasSeen: Bool

    /// What came of a look.
    public init(step: String, round: String? = nil, wasSeen: Bool) {
        self.step = step
        self.round = round
        self.wasSeen = wasSeen
    }
}
