// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient

/// What is kept in memory of a document that is longer than it: all but its items.
struct DocumentOutline: Sendable {
    /// The root without items.
    let contents: ResourceContents
    /// The steps to the items.
    let steps: ItemSteps
    /// The hash of all that the root holds, items included.
    let content: UInt64
    /// What is secret in it.
    let redaction: Redaction
}
#endif
