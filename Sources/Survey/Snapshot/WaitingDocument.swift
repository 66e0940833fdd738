// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A document that is still to be read.
struct WaitingDocument: Sendable {
    let id: Int64
    let parent: Int64?
    /// Path and query, by which it is recognised.
    let target: String
    let path: String
    let isExact: Bool
    let depth: Int
    let ticket: String?
}
