// SPDX-License-Identifier: Apache-2.0

internal import JSONReader

/// The keys of a dialect's JSON, by the names of its XML: a ``JSONShape`` read backwards.
struct JSONNaming: Sendable {
    /// From the lower-case name of a wrapper to the name of the items of its plain array.
    private let lists: [String: String]
    /// From the lower-case name in XML to the key.
    private let keys: [String: String]

    init(_ shape: JSONShape) {
        lists = Dictionary(shape.lists.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        let renames = shape.renames.sorted { $0.key < $1.key }.map { ($0.value.lowercased(), $0.key) }
        keys = Dictionary(renames, uniquingKeysWith: { first, _ in first })
    }

    /// The key of an attribute or of an element that stands there once.
    func key(_ name: String) -> String {
        if let key = keys[name.lowercased()] { return key }
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The key of the array of an element that can stand there more than once.
    func arrayKey(_ name: String) -> String {
        let key = key(name)
        return key.lowercased().hasSuffix("s") ? key : key + "s"
    }

    /// The key of the text of an element with attributes.
    let textKey = "Value"

    /// Whether a wrapper is a plain array of its items.
    func isPlainArray(_ name: String, items: some Sequence<String>) -> Bool {
        guard let item = lists[name.lowercased()] else { return false }
        return items.allSatisfy { $0.lowercased() == item.lowercased() }
    }
}

extension JSONNaming {
    /// A key as servers from version 13 on spell it: `JobName` becomes `jobName`, `UID` becomes `uid`.
    static func camelCase(_ key: String) -> String {
        let capitals = key.prefix { $0.isUppercase }
        if capitals.count == key.count || capitals.count < 2 {
            return capitals.lowercased() + key.dropFirst(capitals.count)
        }
        return capitals.dropLast().lowercased() + key.dropFirst(capitals.count - 1)
    }
}
