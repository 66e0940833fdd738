// SPDX-License-Identifier: Apache-2.0

/// What a workflow does beside what it is asked for.
public struct Danger: Hashable, Sendable {
    /// How bad it is.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// Nothing to fear.
        case none
        /// Worth knowing before.
        case caution
        /// Something is lost.
        case destructive
    }

    /// How bad it is.
    public let level: Level
    /// One sentence for the person who decides.
    public let text: String
    /// Where the fact comes from.
    public let source: String?

    /// A danger.
    public init(level: Level, text: String, source: String? = nil) {
        self.level = level
        self.text = text
        self.source = source
    }
}
