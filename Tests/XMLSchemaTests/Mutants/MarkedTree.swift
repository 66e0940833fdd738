// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore

/// A document, written anew, with the byte range of each of its elements: a mutant is one replaced range.
struct MarkedTree {
    /// The elements in document order; the root is the first.
    let elements: [MarkedElement]
    let bytes: [UInt8]
    /// Whether the vendor cut the document with an ellipsis, which is left out here.
    let isExcerpt: Bool

    init(reading document: [UInt8]) throws {
        // No element is a link: attributes of links are kept like all others.
        let shape = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        var writer = Writer(store: try XMLReader(shape: shape).read(document))
        writer.write(.root, parent: nil)
        elements = writer.elements
        bytes = writer.bytes
        isExcerpt = writer.isExcerpt
    }

    /// The names from the root to an element, without positions.
    func path(_ element: MarkedElement) -> String {
        (element.parent.map { path(elements[$0]) + "/" } ?? "") + element.name
    }

    /// The children of an element, in order.
    func children(_ element: MarkedElement) -> [MarkedElement] { element.children.map { elements[$0] } }

    /// The name of the element around an element; empty for the root.
    func parentName(_ element: MarkedElement) -> String { element.parent.map { elements[$0].name } ?? "" }

    func place(_ element: MarkedElement) -> Place { Place(parent: parentName(element), child: element.name) }

    private struct Writer {
        let store: NodeStore
        var elements: [MarkedElement] = []
        var bytes: [UInt8] = []
        var isExcerpt = false

        mutating func write(_ node: NodeID, parent: Int?) {
            let index = elements.count
            let name = store.name(node)
            var element = MarkedElement(name: name, parent: parent)
            elements.append(element)
            let start = bytes.count
            bytes += "<\(name)".utf8
            if parent == nil, let namespace = store.rootNamespace { bytes += " xmlns=\"\(namespace)\"".utf8 }
            for (symbol, range) in store.attributes(node) {
                let (attribute, value) = (store.text(symbol), store.text(range))
                let from = bytes.count
                bytes += " \(attribute)=\"\(escape(value))\"".utf8
                element.attributes.append(
                    MarkedElement.Attribute(name: attribute, value: value, range: from..<bytes.count)
                )
            }
            element.attributesEnd = bytes.count
            bytes += ">".utf8
            let contentStart = bytes.count
            element.text = store.text(node).trimmed
            if !element.text.isEmpty, element.text.allSatisfy({ $0 == "." || $0 == "…" || $0.isWhitespace }) {
                isExcerpt = true
                element.text = ""
            }
            bytes += escape(element.text).utf8
            for child in store.children(node) {
                element.children.append(elements.count)
                write(child, parent: index)
            }
            element.content = contentStart..<bytes.count
            bytes += "</\(name)>".utf8
            element.whole = start..<bytes.count
            elements[index] = element
        }

        private func escape(_ text: String) -> String {
            text.reduce(into: "") { result, character in
                switch character {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case "\"": result += "&quot;"
                default: result.append(character)
                }
            }
        }
    }
}
