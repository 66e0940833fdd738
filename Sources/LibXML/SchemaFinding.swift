// SPDX-License-Identifier: Apache-2.0

/// One thing that a schema says against a document, or a compiler against a schema.
public struct SchemaFinding: Hashable, Sendable {
    /// The line, counted from 1; 0 if unknown.
    public let line: Int
    /// Where in the document, such as `/Jobs/Job[2]/Links/Link[1]`: local names, numbered where siblings share one.
    ///
    /// Empty if the finding is about no element.
    public let path: String
    /// What libxml2 says, in one line.
    public let message: String
    /// The number of the error in libxml2, equal in all its versions.
    public let code: Int

    /// A finding.
    public init(line: Int, path: String, message: String, code: Int) {
        self.line = line
        self.path = path
        self.message = message
        self.code = code
    }
}
