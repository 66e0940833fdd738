// SPDX-License-Identifier: Apache-2.0

/// What a schema says about a document.
public struct SchemaReport: Hashable, Sendable {
    /// The three outcomes of a validation.
    public enum Verdict: String, Hashable, Sendable {
        /// The document follows the schema.
        case valid
        /// The document breaks the schema.
        case invalid
        /// The schema declares no such root element (in that namespace), so it says nothing about the document.
        case noSchema = "no-schema"
    }

    /// The outcome.
    public let verdict: Verdict
    /// Every reason for the outcome, in document order.
    public let findings: [SchemaFinding]

    /// A report.
    public init(verdict: Verdict, findings: [SchemaFinding]) {
        self.verdict = verdict
        self.findings = findings
    }
}
