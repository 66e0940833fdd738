// SPDX-License-Identifier: Apache-2.0

/// How to recognise one of several links of an owner that differ in nothing but their href.
///
/// A hint chooses among links that were handed out; it never builds one. A selector names the ``alias`` as the type.
public struct LinkHint: Hashable, Sendable {
    /// The element that offers the links.
    public var owner: String
    /// Their relation.
    public var rel: Rel
    /// The type by which a selector asks for this one.
    public var alias: LinkType
    /// A link of the same owner with the same target, query aside; survives opaque URLs.
    public var sameTarget: LinkSelector?
    /// A text that occurs in the href; used where ``sameTarget`` is nil.
    public var hrefHint: String?

    /// A hint.
    public init(owner: String, rel: Rel, alias: LinkType, sameTarget: LinkSelector? = nil, hrefHint: String? = nil) {
        self.owner = owner
        self.rel = rel
        self.alias = alias
        self.sameTarget = sameTarget
        self.hrefHint = hrefHint
    }
}
