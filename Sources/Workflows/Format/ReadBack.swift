// SPDX-License-Identifier: Apache-2.0

/// How a workflow reads back what it brought about, with time for the effect to show.
public struct ReadBack: Hashable, Sendable {
    /// What must be seen.
    public enum Expectation: Hashable, Sendable {
        /// An item that fits.
        case exists(Existence)
        /// No item that fits.
        case absent(Existence)

        var existence: Existence {
            switch self {
            case .exists(let existence), .absent(let existence): existence
            }
        }
    }

    /// Where it begins.
    public let from: Expression
    /// The link that is followed anew each time.
    public let follow: Follow
    /// What must be seen.
    public let expectation: Expectation
    /// How long it may take to show.
    public let within: Duration
    /// Whether the run fails without it.
    public let isRequired: Bool
    /// Where it stands in the file.
    public let position: SourcePosition
}
