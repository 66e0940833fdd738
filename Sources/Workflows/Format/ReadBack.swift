// SPDX-License-Identifier: Apache-2.0

/// How a workflow or a step reads back what it brought about, with time for the effect to show.
public struct ReadBack: Hashable, Sendable {
    /// What must be seen.
    public enum Expectation: Hashable, Sendable {
        /// An item that fits.
        case exists(Existence)
        /// No item that fits.
        case absent(Existence)
        /// Something that holds of what was read, or of the item that was selected in it.
        case holds(Condition)
        /// Nothing: what is read back is not there any more.
        case gone
    }

    /// Where it begins.
    public let from: Expression
    /// The link that is followed anew each time; nil to read the resource again by its own href.
    public let follow: Follow?
    /// The item that is looked at in what was read; nil for all of it.
    public let select: Selection?
    /// What must be seen.
    public let expectation: Expectation
    /// What tells that it will never be seen; nil if nothing does.
    public let failure: Condition?
    /// How long it may take to show.
    public let within: Duration
    /// Whether the run fails without it.
    public let isRequired: Bool
    /// Whether seeing it proves that this run brought it about; a new session of a job may be somebody else's.
    public let isConclusive: Bool
    /// Where it stands in the file.
    public let position: SourcePosition
}
