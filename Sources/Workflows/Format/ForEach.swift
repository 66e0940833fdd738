// SPDX-License-Identifier: Apache-2.0

/// What a step is repeated for.
public struct ForEach: Hashable, Sendable {
    /// Where the items come from.
    public enum Source: Hashable, Sendable {
        /// The items or texts that an expression stands for.
        case expression(Expression)
        /// These texts.
        case values([Template])
        /// Every link that the step's own `follow` fits.
        case links
        /// The parts of a path such as `C:/Users`, the first of them skipped, no more than some taken: each round
        /// begins at what the one before it selected.
        case path(Template, skip: Int, take: Int?)
    }

    /// Where the items come from.
    public let source: Source
    /// How many there may be; more are an error before the first round.
    public let max: Int
    /// Where it stands in the file.
    public let position: SourcePosition
}
