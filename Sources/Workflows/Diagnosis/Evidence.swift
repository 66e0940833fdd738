// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Something that was seen and speaks for a cause: a document, a value in it, an answer.
public struct Evidence: Hashable, Sendable {
    /// How the document is reached from the session; nil for what is no document.
    public let path: RelPath?
    /// The document in a few words, such as `Job ‘Nightly’`.
    public let document: String?
    /// The property that was looked at.
    public let property: String?
    /// Its value.
    public let value: String?
    /// What it says, in a sentence.
    public let sentence: String

    init(
        _ sentence: String,
        path: RelPath? = nil,
        document: String? = nil,
        property: String? = nil,
        value: String? = nil
    ) {
        self.path = path
        self.document = document
        self.property = property
        self.value = value
        self.sentence = sentence
    }

    /// The evidence as one JSON object.
    public var json: JSONValue {
        .members(
            ("path", .optional(path?.description)),
            ("document", .optional(document)),
            ("property", .optional(property)),
            ("value", .optional(value)),
            ("sentence", .string(sentence))
        )
    }
}
