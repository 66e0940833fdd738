// SPDX-License-Identifier: Apache-2.0

import LibXML
import NodeStore

/// What a document in XML says, one sorted line for each element: its path, attributes in order of names, and text.
///
/// Elements of one name are numbered; how different ones mix is left out, since a schema may leave it open.
enum XMLDump {
    static func lines(_ bytes: [UInt8]) throws -> [String] {
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        let store = try XMLReader(shape: noLinks).read(bytes)
        var lines: [String] = []
        func add(_ node: NodeID, _ path: String) {
            let attributes = store.attributes(node)
                .filter { !store.text($0.name).contains(":") }
                .map { " \(store.text($0.name))=\(store.text($0.value))" }.sorted().joined()
            let children = Array(store.children(node))
            let text = children.isEmpty ? store.text(node) : ""
            lines.append(path + attributes + (text.isEmpty ? "" : ": " + text))
            var counts: [String: Int] = [:]
            for child in children {
                let name = store.name(child)
                counts[name, default: 0] += 1
                add(child, path + "/\(name)[\(counts[name] ?? 0)]")
            }
        }
        add(.root, "/" + store.name(.root))
        return lines.sorted()
    }

    /// What one has and the other has not.
    static func difference(_ left: [String], _ right: [String]) -> String {
        right.difference(from: left).map { change in
            switch change {
            case .insert(_, let line, _): "+\(line)"
            case .remove(_, let line, _): "-\(line)"
            }
        }.joined(separator: "\n")
    }
}
