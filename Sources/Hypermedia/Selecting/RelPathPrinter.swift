// SPDX-License-Identifier: Apache-2.0

/// Writes steps of a ``RelPath`` so that they parse as they are.
enum RelPathPrinter {
    static func print(_ step: RelPath.Step) -> String {
        switch step {
        case .named(let name): return "@" + quote(name)
        case .item(let selector):
            let element = selector.element.map { ":" + quote($0) } ?? ""
            return "*" + element + brackets((selector.alternatives.first ?? []).map { write($0) })
        case .follow(let selector):
            let isUntyped = selector.type == LinkType.none
            let type = isUntyped ? "" : selector.type.map { ":" + quote($0.rawValue) } ?? ""
            var conditions: [String] = []
            if isUntyped { conditions.append("Type=") }
            if let name = selector.name { conditions.append("Name=" + quote(name, mayBeEmpty: true)) }
            // Unquoted, these two words are about the link and not about its target.
            conditions += selector.target.map { write($0, reserved: ["name", "type"]) }
            return quote(selector.rel.rawValue, also: ":@*") + type + brackets(conditions)
        }
    }

    private static func brackets(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : "[" + conditions.joined(separator: ",") + "]"
    }

    private static func write(_ condition: PropertyCondition, reserved: Set<String> = []) -> String {
        let path = condition.path.description
        let property = reserved.contains(path.lowercased()) ? enclose(path) : quote(path, also: "=")
        return property + "=" + quote(condition.value, mayBeEmpty: true)
    }

    /// A word as it is, or in double quotes where the grammar would read something else.
    private static func quote(_ text: String, also special: String = "", mayBeEmpty: Bool = false) -> String {
        if text.isEmpty { return mayBeEmpty ? "" : enclose(text) }
        if isPlainASCII(text, special) { return text }
        let reserved = "/,[]\"'" + special
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            !reserved.unicodeScalars.contains(scalar) && !RelPathPrinter.isControl(scalar)
        }
        let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap { $0 }
        return isPlain && !ends.contains { $0.properties.isWhitespace } ? text : enclose(text)
    }

    /// Most words are; the properties of scalars are looked up in tables.
    private static func isPlainASCII(_ text: String, _ special: String) -> Bool {
        guard text.utf8.first != 0x20, text.utf8.last != 0x20 else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0x2F, 0x2C, 0x5B, 0x5D, 0x22, 0x27: false
            case 0x20...0x7E: !special.utf8.contains(byte)
            default: false
            }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func enclose(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
