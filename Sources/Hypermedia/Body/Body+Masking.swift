// SPDX-License-Identifier: Apache-2.0

extension Body {
    /// The body with another text in place of every value whose name is that of a secret, at any depth.
    ///
    /// A name is that of a secret if it contains one of the words, whatever its case: `NewPassword`, `password`.
    public func masking(_ names: [String], with mask: String) -> Body {
        let words = names.map { $0.lowercased() }
        return Body(root: root, likelyRoot: likelyRoot, fields: fields.map { $0.masking(words, with: mask) })
    }
}

extension BodyField {
    fileprivate func masking(_ words: [String], with mask: String) -> BodyField {
        let lowered = name.lowercased()
        if words.contains(where: { lowered.contains($0) }) {
            return BodyField(name, .string(mask), isAttribute: isAttribute)
        }
        return BodyField(name, value.masking(words, with: mask), isAttribute: isAttribute)
    }
}

extension BodyValue {
    fileprivate func masking(_ words: [String], with mask: String) -> BodyValue {
        switch self {
        case .fields(let fields): .fields(fields.map { $0.masking(words, with: mask) })
        case .list(let values): .list(values.map { $0.masking(words, with: mask) })
        default: self
        }
    }
}
