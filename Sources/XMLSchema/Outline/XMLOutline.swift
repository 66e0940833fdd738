// SPDX-License-Identifier: Apache-2.0

/// Where the elements of an XML document lie in its bytes, in document order.
///
/// A ``NodeStore`` keeps what a document says; this keeps where it says so, which errors with lines and edits that
/// change nothing else need. It is made of documents that an `XMLReader` has accepted: it finds tags and leaves the
/// grammar to that reader, so its indices equal those of the nodes.
struct XMLOutline: Sendable {
    /// An attribute in a start tag.
    struct Attribute: Sendable {
        let name: String
        /// Between the quotes.
        let value: Range<Int>
    }

    /// An element and the places of its parts, in bytes.
    struct Element: Sendable {
        /// The name as written, with its prefix.
        let name: String
        let line: Int
        let parent: Int?
        let attributes: [Attribute]
        /// From `<` to `>`, both included.
        let startTag: Range<Int>
        /// Where the name in the start tag ends.
        let nameEnd: Int
        /// Between the tags; empty and at the end of the start tag if there is one tag only.
        var content: Range<Int>
        /// All of it.
        var whole: Range<Int>
        var children: [Int] = []
        /// Whether it is written `<a/>`.
        let isSelfClosed: Bool

        /// The name without its prefix.
        var localName: Substring { name[(name.lastIndex(of: ":").map { name.index(after: $0) } ?? name.startIndex)...] }
        /// The prefix of the name, empty if it has none.
        var prefix: Substring { name.lastIndex(of: ":").map { name[..<$0] } ?? "" }
    }

    let bytes: [UInt8]
    private(set) var elements: [Element] = []

    /// The outline of well-formed UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = XMLTagScanner(bytes)
        var open: [Int] = []
        while let tag = scanner.next() {
            switch tag {
            case .start(var element):
                let index = elements.count
                if let parent = open.last { elements[parent].children.append(index) }
                element = Element(
                    name: element.name,
                    line: element.line,
                    parent: open.last,
                    attributes: element.attributes,
                    startTag: element.startTag,
                    nameEnd: element.nameEnd,
                    content: element.content,
                    whole: element.whole,
                    isSelfClosed: element.isSelfClosed
                )
                elements.append(element)
                if !element.isSelfClosed { open.append(index) }
            case .end(let range):
                guard let index = open.popLast() else { return }
                elements[index].content = elements[index].startTag.upperBound..<range.lowerBound
                elements[index].whole = elements[index].startTag.lowerBound..<range.upperBound
            }
        }
    }

    /// The text of a place, as written.
    func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The namespace that a prefix stands for at an element; nil if it has none.
    func namespace(ofPrefix prefix: some StringProtocol, at element: Int) -> String? {
        let name = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
        var next: Int? = element
        while let index = next {
            if let attribute = elements[index].attributes.first(where: { $0.name == name }) {
                let namespace = source(attribute.value)
                return namespace.isEmpty ? nil : namespace
            }
            next = elements[index].parent
        }
        return nil
    }

    /// The namespace of an element; nil if it has none.
    func namespace(of element: Int) -> String? { namespace(ofPrefix: elements[element].prefix, at: element) }
}
