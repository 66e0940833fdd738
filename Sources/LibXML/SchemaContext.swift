// SPDX-License-Identifier: Apache-2.0

/// What surrounds the place of a finding, copied out of the document: enough to ask a schema what belongs there.
public struct SchemaContext: Hashable, Sendable {
    /// Equal siblings in a row.
    public struct Run: Hashable, Sendable {
        /// Their local name.
        public let name: String
        /// How many there are.
        public let count: Int

        /// A run.
        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// An element on the way from the root.
    public struct Step: Hashable, Sendable {
        /// Its local name.
        public let name: String
        /// Its namespace, or nil.
        public let namespace: String?
        /// What `xsi:type` says of it, with its prefix; nil if nothing.
        public let type: String?

        /// A step.
        public init(name: String, namespace: String?, type: String? = nil) {
            self.name = name
            self.namespace = namespace
            self.type = type
        }
    }

    /// The elements from the root to the one the finding is about.
    public let steps: [Step]
    /// The local name of the attribute the finding is about, with its prefix if it has one; nil for an element.
    public let attribute: String?
    /// The value that the finding is about, cut off where it is long; nil if there is none.
    public let value: String?
    /// The children of the element's parent up to the element, which is the last of them; empty for a root.
    public let before: [Run]
    /// The children of the element's parent after the element.
    public let after: [Run]
    /// The children of the element itself, as far as they had come.
    public let children: [Run]
    /// The position of the element in the document, the root being 0; equal in every way of validating.
    public let element: Int

    /// A context.
    public init(
        steps: [Step],
        attribute: String? = nil,
        value: String? = nil,
        before: [Run] = [],
        after: [Run] = [],
        children: [Run] = [],
        element: Int = 0
    ) {
        self.steps = steps
        self.attribute = attribute
        self.value = value
        self.before = before
        self.after = after
        self.children = children
        self.element = element
    }
}
