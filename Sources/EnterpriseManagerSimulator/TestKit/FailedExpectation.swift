// SPDX-License-Identifier: Apache-2.0

/// What a test expected of a simulator or of its client, and what was there instead.
///
/// The functions of the test kit throw it; every test framework reports an error that is thrown.
public struct FailedExpectation: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable word for it.
    public let code: Code
    /// What was expected, and what was there, in words without secrets.
    public let message: String

    /// Why an expectation failed.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The word.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A URL was requested that had not been handed out.
        public static let madeUpURL = Code(rawValue: "made-up-url")
        /// There were more or fewer writes.
        public static let writes = Code(rawValue: "writes")
        /// A decoy link was followed.
        public static let trap = Code(rawValue: "trap")
        /// An answer had another status.
        public static let status = Code(rawValue: "status")
        /// There was no such link, more than one, or one that should not be there.
        public static let link = Code(rawValue: "link")
        /// There was no such item.
        public static let item = Code(rawValue: "item")
        /// A value was another one.
        public static let value = Code(rawValue: "value")
        /// An answer was no document.
        public static let unreadable = Code(rawValue: "unreadable")
    }

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The code and the message.
    public var description: String { "\(code.rawValue): \(message)" }
}
