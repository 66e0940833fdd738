// SPDX-License-Identifier: Apache-2.0

/// An example body, and the branches of choices that it takes.
public struct ExampleBody: Hashable, Sendable {
    /// The branches that are not the first of their choice, as paths of what they begin with.
    public let branches: [String]
    /// The body.
    public let body: SchemaBody

    /// An example.
    public init(branches: [String], body: SchemaBody) {
        self.branches = branches
        self.body = body
    }
}
