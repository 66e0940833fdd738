// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Which link a step follows.
public struct Follow: Hashable, Sendable {
    /// The relation.
    public let rel: Rel
    /// The types of which it may have any; empty if the type does not matter.
    public let types: [LinkType]
    /// The name; nil if it does not matter.
    public let name: Template?
    /// `one`, or `optional`: a link that is not there leaves the step without a resource.
    public let cardinality: Cardinality
    /// Why the link may not be there, for people; nil if there is nothing to say.
    public let missing: Template?
    /// Where it stands in the file.
    public let position: SourcePosition
}
