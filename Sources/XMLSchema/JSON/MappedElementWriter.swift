// SPDX-License-Identifier: Apache-2.0

/// Writes mapped elements as XML, and notes in document order where they come from.
struct MappedElementWriter {
    /// An element that was written.
    struct Written: Sendable {
        let name: String
        let source: Int
        let parent: Int
        /// Its position among siblings of its name; nil if it has none.
        let number: Int?
        /// The values in JSON that its attributes come from.
        let attributes: [String: Int]
        /// The names of which one is missing, if the element only keeps a place.
        let missing: [String]
    }

    private(set) var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    /// The elements in document order.
    private(set) var elements: [Written] = []
    /// Whether elements are written that only keep a place.
    private let keepsPlaces: Bool

    init(keepsPlaces: Bool) { self.keepsPlaces = keepsPlaces }

    /// Writes the root and everything in it.
    mutating func write(_ root: MappedElement, namespace: String?) {
        write(root, parent: 0, extra: namespace.map { " xmlns=\"\(Self.escaped($0))\"" } ?? "")
    }

    private mutating func write(_ element: MappedElement, parent: Int, number: Int? = nil, extra: String = "") {
        let index = elements.count
        elements.append(
            Written(
                name: element.name,
                source: element.source,
                parent: parent,
                number: number,
                attributes: Dictionary(
                    element.attributes.map { ($0.name, $0.source) },
                    uniquingKeysWith: { first, _ in first }
                ),
                missing: element.missing
            )
        )
        let name = Self.name(element.name)
        text += "<" + name + extra
        if element.isNil { text += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"" }
        var done: Set<String> = []
        for attribute in element.attributes where done.insert(attribute.name).inserted {
            text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
        }
        let children = keepsPlaces ? element.children : element.children.filter { $0.missing.isEmpty }
        if children.isEmpty, element.text.isEmpty {
            text += "/>"
            return
        }
        text += ">" + Self.escaped(element.text)
        let counts = Dictionary(children.map { ($0.name, 1) }, uniquingKeysWith: +)
        var numbers: [String: Int] = [:]
        for child in children {
            numbers[child.name, default: 0] += 1
            write(child, parent: index, number: counts[child.name] == 1 ? nil : numbers[child.name])
        }
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
