// SPDX-License-Identifier: Apache-2.0

/// Why a schema could not be compiled.
public struct SchemaFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of failure it is; more may be added.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The schema is no XML document, or one that is not read.
        public static let unreadable = Code(rawValue: "schema-unreadable")
        /// The schema refers to another document, which is never fetched.
        public static let externalReference = Code(rawValue: "schema-external-reference")
        /// The schema breaks the rules of XML Schema.
        public static let invalid = Code(rawValue: "schema-invalid")
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence that says what is wrong.
    public let message: String
    /// Everything that was said against the schema, in order; their paths are empty.
    public let findings: [SchemaFinding]

    /// A failure.
    public init(_ code: Code, _ message: String, findings: [SchemaFinding]) {
        self.code = code
        self.message = message
        self.findings = findings
    }

    /// The sentence, and every finding with its line.
    public var description: String {
        ([message]
            + findings.map { finding in
                (finding.document.isEmpty ? "" : "\(finding.document), ") + "line \(finding.line): \(finding.message)"
            }).joined(separator: "\n")
    }
}
