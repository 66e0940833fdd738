// SPDX-License-Identifier: Apache-2.0

import XMLSchema

/// Takes bodies apart.
enum BodyParts {
    /// Everything in a body as entries.
    static func entries(_ node: SchemaBodyNode, path: String, root: String) -> [BodyEntry] {
        switch node.content {
        case .value(let value, _): return [BodyEntry(path.isEmpty ? root : path, value)]
        case .nodes(let nodes):
            var result: [BodyEntry] = nodes.isEmpty && !path.isEmpty ? [BodyEntry(path, "")] : []
            var counts: [String: Int] = [:]
            for part in nodes {
                switch part.kind {
                case .attribute: result += entries(part, path: join(path, "@" + part.name), root: root)
                case .text: result += entries(part, path: path, root: root)
                default:
                    let number = (counts[part.name] ?? 0) + 1
                    counts[part.name] = number
                    let isOneOfMany = nodes.filter { $0.kind == .element && $0.name == part.name }.count > 1
                    let name = isOneOfMany ? "\(part.name)[\(number)]" : part.name
                    result += entries(part, path: join(path, name), root: root)
                }
            }
            return result
        }
    }

    static func join(_ path: String, _ name: String) -> String { path.isEmpty ? name : path + "." + name }
}
