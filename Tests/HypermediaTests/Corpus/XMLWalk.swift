// SPDX-License-Identifier: Apache-2.0

import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Finds the links of an XML document with Foundation's parser, knowing nothing but the name `Link`.
final class XMLWalk: NSObject, XMLParserDelegate {
    private(set) var links: [PlainLink] = []

    /// The links in document order; nil if Foundation cannot read the document.
    static func links(in bytes: [UInt8]) -> [PlainLink]? {
        let walk = XMLWalk()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = walk
        return parser.parse() ? walk.links : nil
    }

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard element == "Link", let rel = attributes["Rel"], let href = attributes["Href"] else { return }
        links.append(PlainLink(rel: rel, type: attributes["Type"], href: href, name: attributes["Name"]))
    }
}
