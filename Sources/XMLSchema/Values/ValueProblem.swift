// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a value.
public struct ValueProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of problem it is; more may be added.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// It is no value of its type, such as letters for a number.
        public static let wrongType = Code(rawValue: "wrong-type")
        /// It is none of the values that are listed.
        public static let notListed = Code(rawValue: "not-listed")
        /// It is longer, shorter, greater or less than allowed.
        public static let outOfLimits = Code(rawValue: "out-of-limits")
        /// It does not look as it must.
        public static let wrongPattern = Code(rawValue: "wrong-pattern")
    }

    /// What kind of problem it is.
    public let code: Code
    /// One sentence that says what is wrong.
    public let message: String
    /// Values that may have been meant.
    public let candidates: [String]

    /// A problem.
    public init(_ code: Code, _ message: String, candidates: [String] = []) {
        self.code = code
        self.message = message
        self.candidates = candidates
    }

    /// The sentence.
    public var description: String { message }
}
