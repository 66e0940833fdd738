// SPDX-License-Identifier: Apache-2.0

/// A request body before it is written as XML or JSON.
public struct Body: Hashable, Sendable {
    /// The root element, which JSON does not show; nil if it is not known, which leaves JSON.
    public var root: String?
    /// The element that describes the body where the root is not known: good for JSON, which does not show it.
    public var likelyRoot: String?
    /// The parts, in the order in which XML must have them; where a schema knows the root, in any order.
    public var fields: [BodyField]
    /// A document that is sent as it is instead of the parts, and how a person may see it; nil for a body of parts.
    public var document: BodyDocument?

    /// A body.
    public init(root: String?, likelyRoot: String? = nil, fields: [BodyField]) {
        self.root = root
        self.likelyRoot = likelyRoot
        self.fields = fields
    }

    /// A body that is a whole document, such as one that was fetched and changed.
    public init(root: String?, document: BodyDocument) {
        self.root = root
        self.document = document
        fields = []
    }

    /// The body as bytes.
    ///
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badBody`` if XML is asked for and no root is known, or a
    ///   name or value cannot stand in XML; if a number is none that JSON knows.
    public func write(as format: DocumentFormat, namespace: String?) throws(HypermediaError) -> [UInt8] {
        if let document { return document.bytes }
        switch format {
        case .json: return Array(try BodyJSONWriter.write(.fields(fields)).utf8)
        case .xml:
            guard let root else {
                throw HypermediaError(
                    .badBody,
                    "The XML root element of this body is not known, so it can be sent as JSON only.",
                    hint: "Configure the root element if you know it, or let the profile choose the format."
                )
            }
            return Array(try BodyXMLWriter.write(root: root, fields: fields, namespace: namespace).utf8)
        }
    }
}
