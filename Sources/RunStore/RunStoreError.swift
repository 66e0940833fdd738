// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
public import Hypermedia

/// Why the file with the runs cannot be used.
public struct RunStoreError: ActionableError, Hashable {
    /// The stable word: `journal-failed`.
    public var code: ErrorCode { ErrorCode("journal-failed") }
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now.
    public var hint: String? { "Nothing was sent. Name another folder by XDG_STATE_HOME, or make room in this one." }

    init(_ message: String) { self.message = message }

    /// The sentence without the statement, which would show what was to be written.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(error)" }
        return error.message ?? "\(error.resultCode)"
    }
}
#endif
