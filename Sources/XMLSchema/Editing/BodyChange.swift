// SPDX-License-Identifier: Apache-2.0

/// A change to a document: a path as in ``BodyEntry``, and what shall be there.
public struct BodyChange: Hashable, Sendable {
    /// What is changed.
    public var path: String
    /// The new value; nil takes the element or attribute out.
    public var value: String?

    /// A change.
    public init(_ path: String, _ value: String?) {
        self.path = path
        self.value = value
    }

    /// A change written `path=value`; nil if there is no `=` or nothing before it.
    public init?(_ text: String) {
        guard let entry = BodyEntry(text) else { return nil }
        self.init(entry.path, entry.value)
    }
}
