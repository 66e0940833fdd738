// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Why a snapshot cannot be used.
public struct SnapshotError: ActionableError {
    /// The stable word for what went wrong.
    public let code: ErrorCode
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now, if there is something.
    public let hint: String?
    /// The status of the answer that it is about, if it is about one.
    public let status: Int?

    init(_ code: ErrorCode, _ message: String, hint: String? = nil, status: Int? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.status = status
    }
}

extension ErrorCode {
    /// A file is no snapshot, or one of a later version.
    public static let badSnapshot = ErrorCode("bad-snapshot")
    /// A snapshot was taken of something else than what the crawl would go on with.
    public static let otherSnapshot = ErrorCode("other-snapshot")
    /// A query cannot be asked of a snapshot.
    public static let badQuery = ErrorCode("bad-query")
    /// A server was too busy, again and again.
    public static let busy = ErrorCode("busy")
}
