// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

extension Representation {
    /// Why this document is no representation of the API at all; nil if it may be one.
    public var unusableReason: String? {
        switch format {
        case .xml:
            guard let expected = profile.namespace else { return nil }
            let found = store.rootNamespace
            guard found != expected else { return nil }
            let where_ = found.map { "in the namespace \($0)" } ?? "without a namespace"
            return "its root element \(store.name(.root)) stands \(where_) and not in \(expected)"
        case .json:
            return store.kind(.root) == .object ? nil : "its JSON is no object"
        }
    }

    /// What is odd about the document: links that lack a part, a root that its link's type does not promise.
    ///
    /// - Parameters:
    ///   - format: the format that was asked for; nil if none was.
    ///   - type: the type of the link that led here; nil if it had none.
    public func findings(format asked: DocumentFormat? = nil, type: LinkType? = nil) -> [Finding] {
        var result: [Finding] = []
        if let asked, asked != format {
            result.append(
                Finding(
                    code: "other-format",
                    severity: .warning,
                    message: "The answer is \(format.rawValue), although \(asked.rawValue) was asked for."
                )
            )
        }
        if let type, self.format == .xml {
            let allowed = profile.types.elements(for: type)
            if !allowed.contains(where: { $0.lowercased() == rootName.lowercased() }) {
                result.append(
                    Finding(
                        code: "type-mismatch",
                        severity: .warning,
                        message:
                            "A link of type \(type) led to the element \(rootName), not to \(allowed.joined(separator: " or "))."
                    )
                )
            }
        }
        return result + linkFindings
    }

    private var linkFindings: [Finding] {
        guard let element = vocabulary.linkElement else { return [] }
        var result: [Finding] = []
        for index in 0..<store.count {
            let node = NodeID(rawValue: UInt32(index))
            guard store.folded(store.symbol(node)) == element, store.link(at: node) == nil,
                let parent = store.parent(node), isContainer(parent)
            else { continue }
            result.append(
                Finding(
                    code: "incomplete-link",
                    severity: .warning,
                    message: "A link has no relation or no href, so it cannot be followed.",
                    path: path(of: node)
                )
            )
        }
        return result
    }

    private func isContainer(_ node: NodeID) -> Bool {
        vocabulary.containers.contains(store.folded(store.symbol(node)))
    }

    /// Our own path of a node, with positions where siblings repeat: `/Jobs/Job[2]/Links`.
    func path(of node: NodeID) -> String {
        var steps: [String] = []
        var current = node
        while let parent = store.parent(current) {
            if store.kind(current) != .array {
                let name = store.name(current)
                let siblings = RawNode(store: store, id: parent, vocabulary: vocabulary).members.filter {
                    store.name($0) == name
                }
                let position = siblings.firstIndex(of: current).map { $0 + 1 } ?? 1
                steps.append(siblings.count > 1 ? "\(name)[\(position)]" : name)
            }
            current = parent
        }
        return "/" + ([rootName] + steps.reversed()).joined(separator: "/")
    }
}
