// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import XMLSchema

/// Makes bodies by the schema alone: what must be there, with the names of things that exist in the world.
struct TrialBody {
    private let model: SchemaModel
    private let uids: [String: String]
    private let values: [String: String]

    /// Bodies whose root the guide does not tell, by the page of the method.
    static let unstatedRoots: [String: String] = [
        "post_jobs_id_linkedjobs": "LinkedJobObject",
        "post_jobs_id_linkedbackuprepositories": "LinkedBackupRepository",
    ]

    /// - Parameters:
    ///   - uids: a UID for each kind of resource.
    ///   - values: what stands in elements of these names.
    init(model: SchemaModel, uids: [String: String], values: [String: String]) {
        self.model = model
        self.uids = uids
        self.values = values
    }

    /// The smallest body, in XML.
    func xml(_ root: String) -> String? {
        guard let form = try? SchemaForm(root, in: model) else { return nil }
        let body = form.minimalBody()
        let filled = SchemaBody(root: fill(body.root), namespace: body.namespace)
        return String(decoding: filled.xml(), as: UTF8.self)
    }

    private func fill(_ node: SchemaBodyNode) -> SchemaBodyNode {
        let content: SchemaBodyNode.Content
        switch node.content {
        case .nodes(let nodes): content = .nodes(nodes.map(fill))
        case .value(let value, let kind): content = .value(values[node.name] ?? existing(value), kind)
        }
        return SchemaBodyNode(name: node.name, kind: node.kind, content: content, isRepeatable: node.isRepeatable)
    }

    /// A UID of the same kind that exists.
    private func existing(_ value: String) -> String {
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 3, parts[0] == "urn", parts[1] == "veeam" else { return value }
        return uids[String(parts[2])] ?? value
    }
}
