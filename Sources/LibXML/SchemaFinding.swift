// SPDX-License-Identifier: Apache-2.0

/// One thing that a schema says against a document, or a compiler against a schema.
public struct SchemaFinding: Hashable, Sendable {
    /// The line, counted from 1; 0 if unknown.
    public let line: Int
    /// Where in the document, such as `/Jobs/Job[2]/Links/Link[1]`: local names, numbered where siblings share one.
    ///
    /// Empty if the finding is about no element.
    public let path: String
    /// What libxml2 says, in one line; it differs between versions and may repeat a value of the document.
    public let message: String
    /// The number of the error in libxml2, equal in all its versions.
    public let code: Int
    /// The name of the schema document that the finding is about; empty for one about a document that was validated.
    public let document: String
    /// What surrounds the place; nil if the finding is about a schema.
    public let context: SchemaContext?

    /// A finding.
    public init(
        line: Int,
        path: String,
        message: String,
        code: Int,
        document: String = "",
        context: SchemaContext? = nil
    ) {
        self.line = line
        self.path = path
        self.message = message
        self.code = code
        self.document = document
        self.context = context
    }

    /// What kind of finding it is.
    public var kind: SchemaFindingKind { SchemaFindingKind(number: code, message: message) }
}
