// SPDX-License-Identifier: Apache-2.0

/// Writes mapped elements as XML, and notes in document order where they come from.
struct MappedElementWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    private(set) var sources: [Int] = []
    private(set) var parents: [Int] = []
    private(set) var attributes: [[String: Int]] = []

    /// Writes the root and everything in it.
    mutating func write(_ root: MappedElement, namespace: String?) {
        write(root, parent: 0, extra: namespace.map { " xmlns=\"\(Self.escaped($0))\"" } ?? "")
    }

    private mutating func write(_ element: MappedElement, parent: Int, extra: String = "") {
        let index = sources.count
        sources.append(element.source)
        parents.append(parent)
        attributes.append(
            Dictionary(element.attributes.map { ($0.name, $0.source) }, uniquingKeysWith: { first, _ in first })
        )
        let name = Self.name(element.name)
        text += "<" + name + extra
        if element.isNil { text += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"" }
        var done: Set<String> = []
        for attribute in element.attributes where done.insert(attribute.name).inserted {
            text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
        }
        if element.children.isEmpty, element.text.isEmpty {
            text += "/>"
            return
        }
        text += ">" + Self.escaped(element.text)
        for child in element.children { write(child, parent: index) }
        text += "</" + name + ">"
    }

    /// Only what stands where anything may stand has a name from the document; a key that is no name becomes one.
    private static func name(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic || scalar == "_"
            let isInner = ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
            result.unicodeScalars.append(isLetter || (isInner && !result.isEmpty) ? scalar : "_")
        }
        return result.isEmpty ? "_" : result
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            // What XML cannot hold at all.
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
