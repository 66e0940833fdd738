// SPDX-License-Identifier: Apache-2.0

/// A walk over links, as text: `Down:JobReferenceList/@Nightly/Alternate:Job/Clone`.
///
/// A path holds relations, types, names and values, never a URL; bookmarks, history and workflows are made of them.
/// It prints as it parses.
public struct RelPath: Hashable, Sendable, CustomStringConvertible {
    /// One step of a walk.
    public enum Step: Hashable, Sendable, CustomStringConvertible {
        /// Follows a link.
        case follow(LinkSelector)
        /// Picks an item of a collection.
        case item(ItemSelector)
        /// Picks an item by its name: `@name`.
        case named(String)

        /// The step as text.
        public var description: String { RelPathPrinter.print(self) }
    }

    /// The steps in order; none stays where one is.
    public var steps: [Step]

    /// A walk.
    public init(steps: [Step]) { self.steps = steps }

    /// A walk by its text.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badPath`` that points at what cannot be read.
    public init(_ text: String) throws(HypermediaError) {
        var parser = RelPathParser(text)
        steps = try parser.parse()
    }

    /// The walk as text.
    public var description: String { steps.map(\.description).joined(separator: "/") }
}
