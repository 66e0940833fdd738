// SPDX-License-Identifier: Apache-2.0

extension ValueType {
    /// A plausible value that obeys every limit.
    ///
    /// - Parameter name: what has the value; text is made of it, so that an example explains itself.
    public func example(for name: String) -> String {
        let candidates = candidates(for: name)
        return candidates.first { problem(with: $0) == nil } ?? candidates.first ?? ""
    }

    private func candidates(for name: String) -> [String] {
        if let first = enumeration.first { return [first.value] + enumeration.dropFirst().map(\.value) }
        switch self {
        case .atomic(let type, let facets):
            let patterns = facets.patterns.reversed().flatMap { $0 }.compactMap { PatternExpression($0) }
            guard !patterns.isEmpty else { return Self.plain(type, facets, name) }
            // Most patterns are met by their shortest example; only limits of length beside them need more.
            // Values that read well come before, where a pattern is as wide as to take one.
            let words = type.kind == .text ? Self.texts(facets, name) + Self.familiar : []
            let fitting = words.filter { word in
                facets.patterns.allSatisfy { $0.contains { PatternExpression($0)?.matches(word) ?? true } }
            }
            let short = fitting + patterns.map { $0.example() }
            if facets.minimumLength == nil, facets.length == nil { return short }
            return short + patterns.flatMap { pattern in (1...12).map { pattern.example(more: $0) } }
        case .list(let item, let facets):
            let count = facets.length ?? max(facets.minimumLength ?? 1, 1)
            return [Array(repeating: item.example(for: name), count: count).joined(separator: " ")]
        case .union(let members, _): return members.map { $0.example(for: name) }
        }
    }

    private static func plain(_ type: BuiltinType, _ facets: Facets, _ name: String) -> [String] {
        switch type.kind {
        case .text: return texts(facets, name)
        case .boolean: return ["true", "false"]
        case .integer, .decimal, .float:
            let bounds = [facets.minimumInclusive, facets.maximumInclusive].compactMap { $0 }
            let near = [facets.minimumExclusive, facets.maximumExclusive].compactMap { $0.flatMap(Int.init) }
            return ["1"] + bounds + near.flatMap { [String($0 + 1), String($0 - 1)] } + ["0", "-1"]
        case .dateTime: return ["2024-05-01T22:00:00Z"]
        case .date: return ["2024-05-01"]
        case .time: return ["22:00:00"]
        case .duration: return ["PT1H"]
        case .binary: return type.rawValue == "hexBinary" ? ["00", "0000", ""] : ["AAAA", ""]
        case .uri: return ["urn:example:resource"]
        }
    }

    /// A host and a version, from the ranges that are kept for documentation.
    private static let familiar = ["192.0.2.1", "1.0"]

    /// The name in words, made as long or short as it must be.
    private static func texts(_ facets: Facets, _ name: String) -> [String] {
        var words = ""
        for character in name {
            if character.isUppercase, words.last?.isLowercase == true {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        if words.isEmpty { words = "text" }
        let single = String(words.filter { $0 != " " })
        let least = facets.length ?? facets.minimumLength ?? 0
        let most = facets.length ?? facets.maximumLength ?? max(words.count, least)
        return [words, single].map { text in
            var text = String(text.prefix(most))
            while text.count < least { text += "x" }
            return text
        }
    }
}
