// SPDX-License-Identifier: Apache-2.0

/// Something noticed while reading that does not stop it.
public struct Finding: Hashable, Sendable, Codable {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, Codable {
        /// Breaks a rule of the API.
        case error
        /// May surprise.
        case warning
    }

    /// The stable word for it.
    public let code: String
    /// How much it matters.
    public let severity: Severity
    /// One sentence.
    public let message: String
    /// Where: our own path, such as `/Job/JobInfo/BackupJobInfo`; empty if it is about the whole document.
    public let path: String
    /// The line in the document, if known.
    public let line: Int?
    /// The column in the line, counted from 1, if known.
    public let column: Int?
    /// Where in a JSON document, such as `$.JobInfo.BackupJobInfo`; nil in XML.
    public let jsonPath: String?
    /// What could have stood there: names, values, or limits in words; empty if that is not known.
    public let allowed: [String]

    /// A finding.
    public init(
        code: String,
        severity: Severity,
        message: String,
        path: String = "",
        line: Int? = nil,
        column: Int? = nil,
        jsonPath: String? = nil,
        allowed: [String] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.jsonPath = jsonPath
        self.allowed = allowed
    }
}
