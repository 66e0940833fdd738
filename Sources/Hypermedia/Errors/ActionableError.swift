// SPDX-License-Identifier: Apache-2.0

/// An error that a program can switch on and a person can act on.
///
/// All errors of this package but those of the readers conform to it; a command prints them the same way.
public protocol ActionableError: Error, Sendable, CustomStringConvertible {
    /// The stable word for what went wrong.
    var code: ErrorCode { get }
    /// One sentence that says what went wrong.
    var message: String { get }
    /// What to do now, if there is something.
    var hint: String? { get }
    /// The links or items that were there to choose from, if it was about choosing.
    var candidates: [Candidate] { get }
}

extension ActionableError {
    /// No hint.
    public var hint: String? { nil }
    /// No candidates.
    public var candidates: [Candidate] { [] }
    /// The sentence, and the hint on a line of its own.
    public var description: String { hint.map { "\(message)\n\($0)" } ?? message }
}
