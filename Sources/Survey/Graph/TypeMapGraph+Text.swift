// SPDX-License-Identifier: Apache-2.0

extension TypeMapGraph {
    /// The graph for Graphviz.
    ///
    /// What holds others as items has dashed arrows to them; links that nobody followed, as those that write, are left out.
    public func dot() -> String {
        var lines = ["digraph types {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        for node in nodes { lines.append("  \(quoted(node.name)) [label=\(quoted("\(node.name)\n\(node.count)"))];") }
        for edge in drawn {
            let style = edge.isItem ? ", style=dashed, arrowhead=odiamond" : ""
            let label = quoted("\(edge.label) (\(edge.count))")
            lines.append("  \(quoted(edge.from)) -> \(quoted(edge.to)) [label=\(label)\(style)];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The graph for Mermaid.
    public func mermaid() -> String {
        var numbers: [String: Int] = [:]
        var lines = ["graph LR"]
        for (index, node) in nodes.enumerated() {
            numbers[node.name] = index
            lines.append("  t\(index)[\"\(TypeMapGraph.escaped(node.name)) (\(node.count))\"]")
        }
        for edge in drawn {
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
            lines.append(
                "  t\(from) \(edge.isItem ? "-.->" : "-->")|\"\(TypeMapGraph.escaped(edge.label)) (\(edge.count))\"| t\(to)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The graph as GraphML, for editors of graphs.
    public func graphML() -> String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
            "  <key id=\"count\" for=\"all\" attr.name=\"count\" attr.type=\"int\"/>",
            "  <key id=\"kind\" for=\"edge\" attr.name=\"kind\" attr.type=\"string\"/>",
            "  <key id=\"rel\" for=\"edge\" attr.name=\"rel\" attr.type=\"string\"/>",
            "  <key id=\"type\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>",
            "  <graph id=\"types\" edgedefault=\"directed\">",
        ]
        for node in nodes {
            let name = TypeMapGraph.escaped(node.name)
            lines.append("    <node id=\"\(name)\"><data key=\"count\">\(node.count)</data></node>")
        }
        for edge in edges {
            guard let to = edge.to else { continue }
            let type = edge.type.map { "<data key=\"type\">\(TypeMapGraph.escaped($0))</data>" } ?? ""
            lines.append(
                "    <edge source=\"\(TypeMapGraph.escaped(edge.from))\" target=\"\(TypeMapGraph.escaped(to))\">"
                    + "<data key=\"kind\">\(edge.kind.rawValue)</data>"
                    + "<data key=\"rel\">\(TypeMapGraph.escaped(edge.rel))</data>\(type)"
                    + "<data key=\"count\">\(edge.count)</data></edge>"
            )
        }
        return (lines + ["  </graph>", "</graphml>"]).joined(separator: "\n") + "\n"
    }

    /// An edge of a picture: relations of one pair of kinds, together.
    private struct Drawn {
        let from: String
        let to: String
        let label: String
        let count: Int
        let isItem: Bool
    }

    private var drawn: [Drawn] {
        edges.compactMap { edge in
            edge.to.map { to in
                let isItem = edge.kind == .item
                let label = isItem ? "holds" : edge.rel
                return Drawn(from: edge.from, to: to, label: label, count: edge.count, isItem: isItem)
            }
        }
    }

    private func quoted(_ text: String) -> String {
        let inner = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(inner)\""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
