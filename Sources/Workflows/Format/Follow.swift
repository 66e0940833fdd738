// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Which link a step follows.
public struct Follow: Hashable, Sendable {
    /// A query parameter and its value; one that is exactly an optional input that was not given is left out.
    public struct Parameter: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: Template
    }

    /// The relation.
    public let rel: Rel
    /// The types of which it may have any; empty if the type does not matter.
    public let types: [LinkType]
    /// The name; nil if it does not matter.
    public let name: Template?
    /// `one`, or `optional`: a link that is not there leaves the step without a resource.
    public let cardinality: Cardinality
    /// Query parameters that are changed in its href, as far as the profile allows it.
    public let query: [Parameter]
    /// How many pages are read at the most; nil for the first one only.
    public let pages: Int?
    /// Why the link may not be there, for people; nil if there is nothing to say.
    public let missing: Template?
    /// Where it stands in the file.
    public let position: SourcePosition
}
