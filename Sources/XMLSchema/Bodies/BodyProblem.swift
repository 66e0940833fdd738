// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with what was given for a body.
public struct BodyProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of problem it is; more may be added.
    ///
    /// The codes of ``ValueProblem`` occur as well.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Something that must be there is not.
        public static let missing = Code(rawValue: "missing-field")
        /// The schema knows no such path.
        public static let unknown = Code(rawValue: "unknown-field")
        /// More than one path ends so.
        public static let ambiguous = Code(rawValue: "ambiguous-field")
        /// There is more of it than allowed.
        public static let tooMany = Code(rawValue: "too-many")
        /// Members of two branches of a choice are given.
        public static let branchConflict = Code(rawValue: "branch-conflict")
        /// No branch of a choice that must be made is given.
        public static let branchMissing = Code(rawValue: "branch-missing")
        /// A value is given for what has parts instead.
        public static let hasParts = Code(rawValue: "has-parts")
        /// The value has characters that XML cannot hold.
        public static let badCharacter = Code(rawValue: "bad-character")
        /// The document that shall be changed could not be read, or is not the one that is meant.
        public static let badDocument = Code(rawValue: "bad-document")
        /// There is no such thing in the document, so it cannot be taken out or counted.
        public static let notThere = Code(rawValue: "not-there")
    }

    /// What kind of problem it is.
    public let code: Code
    /// The path it is about, in the spelling of the schema where it is known there.
    public let path: String
    /// One sentence that says what is wrong and, where one can know, what to do.
    public let message: String
    /// Paths or values that may be meant.
    public let candidates: [String]

    /// A problem.
    public init(_ code: Code, path: String, _ message: String, candidates: [String] = []) {
        self.code = code
        self.path = path
        self.message = message
        self.candidates = candidates
    }

    /// A problem with the value of a path.
    ///
    /// The value of what is named like a secret is not repeated.
    public init(path: String, value: String, _ problem: ValueProblem) {
        code = Code(rawValue: problem.code.rawValue)
        self.path = path
        let isSecret = Self.isSecret(path) && !value.isEmpty
        message = "\(path): \(isSecret ? problem.message.replacing(value, with: "…") : problem.message)"
        candidates = problem.candidates
    }

    private static func isSecret(_ path: String) -> Bool {
        let name = (path.split(separator: ".").last ?? "").lowercased()
        return ["password", "passphrase", "secret", "token"].contains { name.contains($0) }
    }

    /// The sentence.
    public var description: String { message }
}
