// SPDX-License-Identifier: Apache-2.0

/// Something that was noticed about a document of a snapshot.
public struct SnapshotFinding: Hashable, Sendable, Codable {
    /// The walk that leads to the document.
    public let document: String
    /// The stable word for it.
    public let code: String
    /// Where in the document; nil or empty if it is about the whole.
    public let path: String?
    /// The line in the document, if known.
    public let line: Int?
    /// One sentence.
    public let message: String
}
