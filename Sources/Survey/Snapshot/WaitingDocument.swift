// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A document that is still to be read.
struct WaitingDocument: Sendable {
    let id: Int64
    let parent: Int64?
    /// Path and query, by which it is recognised.
    let target: String
    let path: String
    /// What leads to it, by which its root is recognised if that has no identifier; nil for the start.
    let place: String?
    let isExact: Bool
    let depth: Int
    /// The ticket of the link that leads there, if it was known when this was asked for.
    let ticket: String?
}
