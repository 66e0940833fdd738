// SPDX-License-Identifier: Apache-2.0

/// Everything that is wrong with what was given for a body; nothing was made of it.
public struct BodyProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problems, at least one.
    public let problems: [BodyProblem]

    /// Problems.
    public init(_ problems: [BodyProblem]) { self.problems = problems }

    /// The stable word for programs.
    public var code: String { "bad-body" }

    /// The sentences, one a line.
    public var description: String { problems.map(\.message).joined(separator: "\n") }
}
