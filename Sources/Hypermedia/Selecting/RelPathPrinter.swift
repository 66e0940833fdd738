// SPDX-License-Identifier: Apache-2.0

/// Writes steps of a ``RelPath`` so that they parse as they are.
enum RelPathPrinter {
    static func print(_ step: RelPath.Step) -> String {
        switch step {
        case .named(let name): return "@" + quote(name)
        case .item(let selector): return "*" + brackets(selector.alternatives.first ?? [])
        case .follow(let selector):
            let isUntyped = selector.type == LinkType.none
            let type = isUntyped ? "" : selector.type.map { ":" + quote($0.rawValue, also: ":") } ?? ""
            let untyped = isUntyped ? [PropertyCondition(path: "Type", value: "")] : []
            let name = selector.name.map { [PropertyCondition(path: "Name", value: $0)] } ?? []
            return quote(selector.rel.rawValue, also: ":") + type + brackets(untyped + name + selector.target)
        }
    }

    private static func brackets(_ conditions: [PropertyCondition]) -> String {
        guard !conditions.isEmpty else { return "" }
        return "["
            + conditions.map { "\(quote($0.path.description, also: "="))=\($0.value.isEmpty ? "" : quote($0.value))" }
            .joined(separator: ",") + "]"
    }

    /// A word as it is, or in double quotes where the grammar would read something else.
    private static func quote(_ text: String, also special: String = "") -> String {
        let reserved = "/,[]\"'" + special
        let isPlain =
            !text.isEmpty && text.first?.isWhitespace == false && text.last?.isWhitespace == false
            && !text.contains { reserved.contains($0) || $0.isNewline } && text.first != "@" && text.first != "*"
        guard !isPlain else { return text }
        var result = "\""
        for character in text {
            if character == "\"" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return result + "\""
    }
}
