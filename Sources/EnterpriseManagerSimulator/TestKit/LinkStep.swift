// SPDX-License-Identifier: Apache-2.0

/// One step from a resource to the next: which link of it, or of one of its items, is followed.
public struct LinkStep: Hashable, Sendable {
    /// The relation.
    public var rel: String
    /// The type; nil for a link that has none.
    public var type: String?
    /// The name of the item whose link it is; nil for a link of the resource itself.
    public var item: String?

    /// A step.
    public init(_ rel: String, _ type: String? = nil, ofItem item: String? = nil) {
        self.rel = rel
        self.type = type
        self.item = item
    }
}
