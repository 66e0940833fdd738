// SPDX-License-Identifier: Apache-2.0

/// One thing that is wrong with a document by its schema, in words a person can act on.
public struct SchemaDiagnosis: Hashable, Sendable {
    /// A stable word, such as `missing-element`: the raw values of `SchemaFindingKind`.
    public let code: String
    /// One sentence that says what is wrong.
    ///
    /// Values of what looks like a secret are not repeated.
    public let message: String
    /// What could have stood there: names, values, or limits in words; empty if that is not known or is nothing.
    public let allowed: [String]
    /// Where in XML, such as `/Job/JobInfo/BackupJobInfo`; for JSON, where its twin in XML would be.
    public let path: String
    /// Where in JSON, such as `$.JobInfo.BackupJobInfo`; nil for a document in XML.
    public let jsonPath: String?
    /// The line, counted from 1; nil if unknown.
    public let line: Int?
    /// The column, counted from 1; nil if unknown, as always in XML.
    public let column: Int?

    /// A diagnosis.
    public init(
        code: String,
        message: String,
        allowed: [String] = [],
        path: String,
        jsonPath: String? = nil,
        line: Int? = nil,
        column: Int? = nil
    ) {
        self.code = code
        self.message = message
        self.allowed = allowed
        self.path = path
        self.jsonPath = jsonPath
        self.line = line
        self.column = column
    }
}
