// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// What is done to the tree of a schema before it is compiled.
enum SchemaDocument {
    private static let namespace = "http://www.w3.org/2001/XMLSchema"

    /// The elements that would make libxml2 read another document, with their lines.
    ///
    /// `xs:import` without a `schemaLocation` only names a namespace and fetches nothing.
    static func externalReferences(_ document: xmlDocPtr) -> [SchemaFinding] {
        var findings: [SchemaFinding] = []
        visit(xmlDocGetRootElement(document)) { node, name in
            guard ["include", "import", "redefine", "override"].contains(name),
                let location = xmlHasProp(node, "schemaLocation")
            else { return }
            let text = xmlNodeGetContent(UnsafeMutableRawPointer(location).assumingMemoryBound(to: xmlNode.self))
            defer { emwalk_xmlFree(text) }
            findings.append(
                SchemaFinding(
                    line: xmlGetLineNo(node),
                    path: "",
                    message: "'\(name)' refers to '\(text.map { String(cString: $0) } ?? "")', which is never fetched.",
                    code: 0
                )
            )
        }
        return findings
    }

    /// Rewrites `\:` to `:` in pattern facets.
    ///
    /// A colon needs no escape in XML Schema's regular expressions and has none; the vendor's schema has two of them,
    /// which libxml2 before 2.10 refuses and later versions take for a plain colon.
    static func normalisePatterns(_ document: xmlDocPtr) {
        visit(xmlDocGetRootElement(document)) { node, name in
            guard name == "pattern", let value = xmlGetNoNsProp(node, "value") else { return }
            defer { emwalk_xmlFree(value) }
            let text = String(cString: value)
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

    /// Visits the elements of XML Schema below and including a node.
    ///
    /// Depth is bounded by the reader's limit.
    private static func visit(_ node: xmlNodePtr?, _ body: (xmlNodePtr, String) -> Void) {
        var next = node
        while let node = next {
            if node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name {
                if let href = node.pointee.ns?.pointee.href, String(cString: href) == namespace {
                    body(node, String(cString: name))
                }
                visit(node.pointee.children, body)
            }
            next = node.pointee.next
        }
    }
}
