// SPDX-License-Identifier: Apache-2.0

/// A document of a snapshot.
public struct SnapshotDocument: Hashable, Sendable, Codable {
    /// Its number in the snapshot.
    public let id: Int64
    /// The walk that leads there.
    public let path: String
    /// Whether ``path`` leads there alone.
    public let isExact: Bool
    /// How many links lead there.
    public let depth: Int
    /// The type of the link that led there; nil if it has none.
    public let type: String?
    /// What has become of it.
    public let state: DocumentState
    /// The status of the answer; nil if none came.
    public let status: Int?
    /// `xml` or `json`; nil if it was not read.
    public let format: String?
}
