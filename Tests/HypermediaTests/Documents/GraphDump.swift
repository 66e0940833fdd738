// SPDX-License-Identifier: Apache-2.0

import Hypermedia

/// A representation as text that does not depend on the format it came in.
///
/// Names in lower case (JSON comes in two cases), values sorted by name (JSON has its own order; that of equal names counts), values that are empty
/// left out (XML writes an empty element where JSON has an empty string, an empty object, null or nothing). All else
/// counts: which resource has which link, and which item stands in which. The order of links is for the corpus tests.
struct GraphDump {
    private(set) var text = ""

    init(_ representation: Representation) {
        write(representation.root, indent: "")
        text += "all links\n"
        for link in representation.links.map({ "  \($0.owner.name.lowercased()) \(GraphDump.line(of: $0))" }).sorted() {
            text += link + "\n"
        }
    }

    static func line(of link: Link) -> String {
        let name = link.name.map { "‘\($0)’" } ?? "-"
        return "\(link.rel) \(link.type?.rawValue ?? "-") \(name) \(link.href)\(link.isSecret ? " (secret)" : "")"
    }

    private mutating func write(_ resource: Resource, indent: String) {
        let type = resource.type?.rawValue ?? "-"
        text += "\(indent)\(resource.name.lowercased()) type=\(type) label=\(resource.label ?? "-")\n"
        text += "\(indent)  href=\(resource.href?.text ?? "-") uid=\(resource.uid ?? "-")"
        text += resource.isReference ? " reference\n" : "\n"
        let values = resource.properties.filter { !$0.value.isEmpty }.enumerated().map { index, property in
            (name: property.path.description.lowercased(), index: index, property: property)
        }
        for (name, _, property) in values.sorted(by: { ($0.name, $0.index) < ($1.name, $1.index) }) {
            text += "\(indent)  \(name) = \(property.value)\(property.isSecret ? " (secret)" : "")\n"
        }
        for link in resource.links.map(GraphDump.line).sorted() { text += "\(indent)  -> \(link)\n" }
        for item in resource.items { write(item, indent: indent + "  ") }
    }
}
