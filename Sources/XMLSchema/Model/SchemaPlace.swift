// SPDX-License-Identifier: Apache-2.0

/// Where in the documents of a schema something is declared.
public struct SchemaPlace: Hashable, Sendable {
    /// The name of the document.
    public let document: String
    /// The line, counted from 1; 0 if unknown.
    public let line: Int

    /// A place.
    public init(document: String, line: Int) {
        self.document = document
        self.line = line
    }
}
