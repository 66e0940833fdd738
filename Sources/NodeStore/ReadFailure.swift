// SPDX-License-Identifier: Apache-2.0

/// Why a document could not be read, and where.
public struct ReadFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is; more may be added.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The document breaks the grammar of its format.
        public static let malformed = Code(rawValue: "malformed")
        /// There are no bytes, or none that make a document.
        public static let empty = Code(rawValue: "empty-document")
        /// The bytes are not text in the encoding that they claim.
        public static let encoding = Code(rawValue: "bad-encoding")
        /// The document has a DTD or entities of its own, which are never read.
        public static let forbiddenDTD = Code(rawValue: "dtd-forbidden")
        /// An object has the same key twice.
        public static let duplicateKey = Code(rawValue: "duplicate-key")
        /// A named limit was passed.
        public static let limit = Code(rawValue: "limit-exceeded")
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence that says what is wrong.
    public let message: String
    /// The line, counted from 1; 0 if unknown.
    public let line: Int
    /// The column, counted from 1; 0 if unknown.
    public let column: Int
    /// The name of the limit, if ``code`` is ``Code/limit``.
    public let limit: String?

    /// A failure at a place.
    public init(_ code: Code, _ message: String, line: Int = 0, column: Int = 0, limit: String? = nil) {
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.limit = limit
    }

    /// The sentence, with the place in front where it is known.
    public var description: String {
        line > 0 ? "line \(line), column \(column): \(message)" : message
    }
}
