// SPDX-License-Identifier: Apache-2.0

/// Why a schema could not be read, or why it does not know what was asked for.
public struct SchemaModelError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of error it is; more may be added.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The stable word for programs.
        public let rawValue: String
        /// A code by its word.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// A document of the schema is no XML, or none that is read.
        public static let unreadable = Code(rawValue: "schema-unreadable")
        /// A document is no `xs:schema`.
        public static let notASchema = Code(rawValue: "schema-not-a-schema")
        /// An included document was not given.
        public static let missingDocument = Code(rawValue: "schema-missing-document")
        /// The schema uses a part of XML Schema that the model does not know.
        public static let unsupported = Code(rawValue: "schema-unsupported")
        /// A declaration breaks the rules of XML Schema.
        public static let invalid = Code(rawValue: "schema-invalid")
        /// Two declarations of one kind have the same name.
        public static let duplicate = Code(rawValue: "schema-duplicate")
        /// A type, element or group is referred to and not declared.
        public static let unresolved = Code(rawValue: "schema-unresolved")
        /// A type or group is defined by itself.
        public static let circular = Code(rawValue: "schema-circular")
        /// The schema declares no such element.
        public static let unknownElement = Code(rawValue: "unknown-element")
    }

    /// What kind of error it is.
    public let code: Code
    /// One sentence that says what is wrong and, where one can know, what to do.
    public let message: String
    /// Where in the schema; nil if it is about no place in it.
    public let place: SchemaPlace?
    /// The names that may have been meant, nearest first.
    public let candidates: [String]

    /// An error.
    public init(_ code: Code, _ message: String, place: SchemaPlace? = nil, candidates: [String] = []) {
        self.code = code
        self.message = message
        self.place = place
        self.candidates = candidates
    }

    /// The sentence, with the place in front where there is one.
    public var description: String {
        guard let place else { return message }
        return "\(place.document), line \(place.line): \(message)"
    }
}
