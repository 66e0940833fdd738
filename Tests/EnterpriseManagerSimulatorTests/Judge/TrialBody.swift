// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import XMLSchema

@testable import EnterpriseManagerSimulator

/// Makes bodies by the schema alone: what must be there, with the names of things that exist in the world.
struct TrialBody {
    /// A body in both formats; empty for none.
    struct Text: Hashable {
        let xml: String
        let json: String

        static let none = Text(xml: "", json: "")
    }

    private let model: SchemaModel
    private let uids: [String: [String]]

    /// The only members of bodies whose root the guide does not tell, by the page of the method, each with the kind
    /// of resource that its UID names.
    private static let unstated: [String: (root: String, member: String, kind: String)] = [
        "post_jobs_id_linked_jobs": ("LinkedJobObject", "LinkedJobUid", "Job"),
        "post_jobs_id_linked_repositories": (
            "LinkedBackupRepository", "LinkedBackupRepositoryUid", "Repository"
        ),
    ]

    /// - Parameter uids: those that exist, by the kind of resource or of the hierarchy's object.
    init(model: SchemaModel, uids: [String: [String]]) {
        self.model = model
        self.uids = uids
    }

    /// Bodies, the smallest first, the largest last; between them those that choose otherwise.
    func all(for method: DocumentedMethod) -> [Text] {
        if let (root, member, kind) = TrialBody.unstated[method.page] {
            // Some are linked already, or are the job itself.
            return (uids[kind] ?? []).prefix(4).map { uid in
                Text(
                    xml: "<\(root) xmlns=\"\(XMLWriter.namespace)\"><\(member)>\(uid)</\(member)></\(root)>",
                    json: "{\"\(member)\": \"\(uid)\"}"
                )
            }
        }
        guard !method.requestRoot.isEmpty else { return [.none] }
        guard let form = try? SchemaForm(method.requestRoot, in: model) else { return [.none] }
        let others = form.alternatives(.minimal, limit: 5).map(\.body)
        var texts: [Text] = []
        for body in [form.minimalBody()] + others + [form.maximalBody()] {
            let filled = SchemaBody(root: fill(body.root), namespace: body.namespace)
            let text = Text(
                xml: String(decoding: filled.xml(), as: UTF8.self),
                json: String(decoding: filled.json(Profile.enterpriseManager.json), as: UTF8.self)
            )
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    private func fill(_ node: SchemaBodyNode) -> SchemaBodyNode {
        let content: SchemaBodyNode.Content
        switch node.content {
        case .nodes(let nodes): content = .nodes(nodes.map(fill))
        case .value(let value, let kind): content = .value(existing(value, as: node.name), kind)
        }
        return SchemaBodyNode(name: node.name, kind: node.kind, content: content, isRepeatable: node.isRepeatable)
    }

    /// A UID of the same kind that exists; a reference to an object may be empty by the schema, which says nothing.
    private func existing(_ value: String, as name: String) -> String {
        if value.isEmpty, name == "HierarchyObjRef" { return uids["hierarchy vm"]?.first ?? value }
        return TrialBody.kind(of: value).flatMap { uids[$0]?.first } ?? value
    }

    /// What a UID names: a kind of resource, or of an object of a hierarchy.
    static func kind(of uid: String) -> String? {
        let parts = uid.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 3, parts[0] == "urn" else { return nil }
        return parts[1] == "veeam" ? parts[2] : "hierarchy " + parts[2].lowercased()
    }
}
