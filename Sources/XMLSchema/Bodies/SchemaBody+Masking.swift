// SPDX-License-Identifier: Apache-2.0

extension SchemaBody {
    /// The body as it may be shown: the value of everything whose name holds one of these words is replaced.
    ///
    /// - Parameters:
    ///   - words: parts of names, case not counting.
    ///   - mask: what stands in place of the value.
    public func masking(_ words: [String], with mask: String) -> SchemaBody {
        SchemaBody(root: root.masking(words.map { $0.lowercased() }, with: mask), namespace: namespace)
    }
}

extension SchemaBodyNode {
    fileprivate func masking(_ words: [String], with mask: String) -> SchemaBodyNode {
        let lowered = name.lowercased()
        let isSecret = words.contains { lowered.contains($0) }
        let content: Content =
            switch self.content {
            case .value(let value, let kind): isSecret ? .value(mask, .text) : .value(value, kind)
            case .nodes(let nodes):
                isSecret ? .value(mask, .text) : .nodes(nodes.map { $0.masking(words, with: mask) })
            }
        return SchemaBodyNode(name: name, kind: kind, content: content, isRepeatable: isRepeatable)
    }
}
