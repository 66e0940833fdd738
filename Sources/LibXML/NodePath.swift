// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// Paths for people: libxml2's own reads `/*/*[2]` for every element with a namespace.
enum NodePath {
    /// The local names from the root to a node, numbered from 1 where element siblings share a name.
    static func readable(_ node: UnsafeMutablePointer<xmlNode>) -> String {
        var steps: [String] = []
        var next: UnsafeMutablePointer<xmlNode>? = node
        while let node = next {
            switch node.pointee.type {
            case XML_ELEMENT_NODE: steps.append(name(node) + number(node))
            case XML_ATTRIBUTE_NODE: steps.append("@" + name(node))
            default: break
            }
            next = node.pointee.type == XML_DOCUMENT_NODE ? nil : node.pointee.parent
        }
        return steps.reversed().map { "/" + $0 }.joined()
    }

    private static func name(_ node: UnsafeMutablePointer<xmlNode>) -> String {
        node.pointee.name.map { String(cString: $0) } ?? ""
    }

    private static func number(_ node: UnsafeMutablePointer<xmlNode>) -> String {
        func isTwin(_ other: UnsafeMutablePointer<xmlNode>) -> Bool {
            other.pointee.type == XML_ELEMENT_NODE && xmlStrEqual(other.pointee.name, node.pointee.name) == 1
        }
        var position = 1
        var before = node.pointee.prev
        while let other = before {
            if isTwin(other) { position += 1 }
            before = other.pointee.prev
        }
        var isAlone = position == 1
        var after = node.pointee.next
        while isAlone, let other = after {
            isAlone = !isTwin(other)
            after = other.pointee.next
        }
        return isAlone ? "" : "[\(position)]"
    }
}
