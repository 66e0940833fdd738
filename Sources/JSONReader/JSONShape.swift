// SPDX-License-Identifier: Apache-2.0

public import NodeStore

/// How the JSON of a dialect differs from its XML, so that both become one graph; the values come from a profile.
///
/// Keys are matched without ASCII case. What no entry names follows the general rule: an array is a node of kind
/// `NodeKind.array` named by its key; its objects are named by the key without its final `s` (`ies`
/// becomes `y`, `ss` stays), everything else in it is named by the key itself, as XML repeats the element.
public struct JSONShape: Hashable, Sendable {
    /// How links look.
    ///
    /// An array under a link container that ``lists`` does not name is a list of `LinkShape.element`.
    public var link: LinkShape
    /// Keys of arrays that stand for an XML wrapper of its own, with the name of their items: `Links` to `Link`.
    ///
    /// Such an array is a node of kind `NodeKind.list`.
    public var lists: [String: String]
    /// Keys of arrays whose items have a name that the general rule would not find: `Vlans` to `Vlans`.
    public var singulars: [String: String]
    /// Keys of arrays whose items that are no objects have a name of their own: `Days` to `Days`.
    ///
    /// Such items are named by the key otherwise, or by its singular where ``scalarsAreSingular`` is true.
    public var scalars: [String: String]
    /// Whether items that are no objects are named by the key without its final `s`, as objects are.
    public var scalarsAreSingular: Bool
    /// Keys that XML spells otherwise: `RetrySpecified1` to `RetrySpecified`; all other entries use the latter.
    public var renames: [String: String]

    /// A shape.
    public init(
        link: LinkShape,
        lists: [String: String] = [:],
        singulars: [String: String] = [:],
        scalars: [String: String] = [:],
        scalarsAreSingular: Bool = false,
        renames: [String: String] = [:]
    ) {
        self.link = link
        self.lists = lists
        self.singulars = singulars
        self.scalars = scalars
        self.scalarsAreSingular = scalarsAreSingular
        self.renames = renames
    }
}
