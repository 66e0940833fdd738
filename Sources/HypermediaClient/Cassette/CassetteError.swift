// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Why a cassette cannot be used.
public struct CassetteError: ActionableError {
    /// The stable word: `bad-cassette`.
    public var code: ErrorCode { ErrorCode("bad-cassette") }
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now, if there is something.
    public var hint: String? { "Cassettes are made by ‘--record DIR’." }

    init(_ message: String) { self.message = message }
}
