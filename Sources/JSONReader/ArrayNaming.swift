// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// What an array becomes, and how its items are named; as text in a shape, as symbols in a document.
struct ArrayNaming<Name: Sendable>: Sendable {
    /// `NodeKind.array` or `NodeKind.list`.
    let kind: NodeKind
    /// The name of the items that are objects.
    let object: Name
    /// The name of all other items.
    let other: Name
}
