// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// What is done to the tree of a schema before it is compiled.
enum SchemaMarkup {
    private static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The elements that would make libxml2 read another document.
    ///
    /// `xs:import` without a `schemaLocation` only names a namespace and fetches nothing.
    static func references(_ document: xmlDocPtr) -> [SchemaReference] {
        var references: [SchemaReference] = []
        visit(xmlDocGetRootElement(document)) { node, name in
            guard ["include", "import", "redefine", "override"].contains(name),
                let location = attribute(node, "schemaLocation")
            else { return }
            references.append(SchemaReference(kind: name, location: location, node: node))
        }
        return references
    }

    /// The value of an attribute without a namespace, or nil.
    static func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        guard let value = xmlGetNoNsProp(node, name) else { return nil }
        defer { emwalk_xmlFree(value) }
        return String(cString: value)
    }

    /// The local name of an element of XML Schema; nil for any other node.
    static func name(_ node: xmlNodePtr) -> String? {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name,
            let href = node.pointee.ns?.pointee.href, String(cString: href) == namespace
        else { return nil }
        return String(cString: name)
    }

    /// Rewrites `\:` to `:` in pattern facets.
    ///
    /// A colon needs no escape in XML Schema's regular expressions and has none; the vendor's schema has two of them,
    /// which libxml2 before 2.10 refuses and later versions take for a plain colon.
    static func normalisePatterns(_ document: xmlDocPtr) {
        visit(xmlDocGetRootElement(document)) { node, name in
            guard name == "pattern", let text = attribute(node, "value") else { return }
            let plain = withoutEscapedColons(text)
            if plain != text { _ = xmlSetProp(node, "value", plain) }
        }
    }

    /// A pattern with `\:` replaced; an escaped backslash before a colon stays.
    static func withoutEscapedColons(_ pattern: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if isEscaped {
                if scalar != ":" { result.unicodeScalars.append("\\") }
                result.unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return isEscaped ? result + "\\" : result
    }

    /// Visits the elements of XML Schema among a node, what follows it, and what is inside them.
    ///
    /// Depth is bounded by the reader's limit.
    static func visit(_ node: xmlNodePtr?, _ body: (xmlNodePtr, String) -> Void) {
        var next = node
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE {
                if let name = name(node) { body(node, name) }
                visit(node.pointee.children, body)
            }
            next = node.pointee.next
        }
    }
}
