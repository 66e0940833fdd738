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
        if let type, !rootName.isEmpty, !profile.types.allows(rootName, for: type) {
            let promised = profile.types.elements(for: type).joined(separator: " or ")
            result.append(
                Finding(
                    code: "type-mismatch",
                    severity: .warning,
                    message: "A link of type \(type) led to the element \(rootName), not to \(promised)."
                )
            )
        }
        return result + linkFindings
    }

    /// How many findings of one kind are worth their own line; finding out where each stands takes time.
    private static let mostFindings = 100

    private var linkFindings: [Finding] {
        guard let element = vocabulary.linkElement else { return [] }
        var result: [Finding] = []
        var count = 0
        for index in 0..<store.count {
            let node = NodeID(rawValue: UInt32(index))
            guard store.folded(store.symbol(node)) == element, store.kind(node) != .array, store.kind(node) != .null,
                store.link(at: node) == nil, let parent = store.parent(node), isContainer(parent)
            else { continue }
            count += 1
            guard count <= Representation.mostFindings else { continue }
            result.append(
                Finding(
                    code: "incomplete-link",
                    severity: .warning,
                    message: "A link has no relation or no href, so it cannot be followed.",
                    path: path(of: node)
                )
            )
        }
        if count > result.count {
            result.append(
                Finding(
                    code: "incomplete-link",
                    severity: .warning,
                    message: "\(count - result.count) more links have no relation or no href."
                )
            )
        }
        return result
    }

    private func isContainer(_ node: NodeID) -> Bool {
        if store.kind(node) == .array, let parent = store.parent(node) { return isContainer(parent) }
        return vocabulary.containers.contains(store.folded(store.symbol(node)))
    }

    /// Our own path of a node, with positions where siblings repeat: `/Jobs/Job[2]/Links`.
    func path(of node: NodeID) -> String {
        var steps: [String] = []
        var current = node
        while let parent = store.parent(current) {
            if store.kind(current) != .array {
                let name = store.name(current)
                let (position, count) = place(of: current, in: parent)
                steps.append(count > 1 ? "\(name)[\(position)]" : name)
            }
            current = parent
        }
        return "/" + ([rootName] + steps.reversed()).joined(separator: "/")
    }

    /// How often names stand directly in the root.
    var rootMembers: [String: Int] {
        var counts: [Symbol: Int] = [:]
        func count(_ parent: NodeID) {
            for child in store.children(parent) where store.kind(child) != .null {
                if store.kind(child) == .array { count(child) } else { counts[store.symbol(child), default: 0] += 1 }
            }
        }
        count(.root)
        return counts.reduce(into: [:]) { $0[store.text($1.key), default: 0] += $1.value }
    }

    /// Which of its equally named siblings a node is, counted from 1, and how many there are.
    private func place(of node: NodeID, in parent: NodeID) -> (position: Int, count: Int) {
        let symbol = store.symbol(node)
        var position = 1
        var count = 0
        for sibling in store.children(parent) where store.symbol(sibling) == symbol && store.kind(sibling) != .null {
            count += 1
            if sibling == node { position = count }
        }
        let around = store.kind(parent) == .array ? store.parent(parent) : parent
        let before = around == .root ? preceding?.counts[store.name(node)] ?? 0 : 0
        return (position + before, count + before)
    }
}
