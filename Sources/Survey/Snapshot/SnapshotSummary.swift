// SPDX-License-Identifier: Apache-2.0

/// How much a snapshot holds.
public struct SnapshotSummary: Hashable, Sendable, Codable {
    /// Documents that were read.
    public let read: Int
    /// Documents that were asked for in vain.
    public let failed: Int
    /// Documents that are still to be read.
    public let waiting: Int
    /// Documents that were left alone.
    public let left: Int
    /// Resources in the documents that were read, items of collections included.
    public let resources: Int
    /// Links that they offer.
    public let links: Int
    /// What was noticed.
    public let findings: Int

    /// Whether nothing is left to be read.
    public var isComplete: Bool { waiting == 0 && read + failed > 0 }
}
