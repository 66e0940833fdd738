// SPDX-License-Identifier: Apache-2.0

/// An element of a ``MarkedTree`` and where its parts are.
struct MarkedElement {
    struct Attribute {
        let name: String
        let value: String
        /// The attribute with the blank before it.
        let range: Range<Int>
    }

    let name: String
    let parent: Int?
    var children: [Int] = []
    var attributes: [Attribute] = []
    /// Its own text, without blanks around it.
    var text = ""
    /// From `<` of the start tag to `>` of the end tag.
    var whole = 0..<0
    /// Where a further attribute would start.
    var attributesEnd = 0
    /// Between the tags.
    var content = 0..<0

    init(name: String, parent: Int?) {
        self.name = name
        self.parent = parent
    }

    /// Whether it holds text and no elements.
    var isLeaf: Bool { children.isEmpty && !text.isEmpty }
}
