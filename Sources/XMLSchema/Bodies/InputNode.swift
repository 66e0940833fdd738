// SPDX-License-Identifier: Apache-2.0

/// What was given for an element, sorted by names.
struct InputNode {
    /// The name of a part: attributes and elements may share one.
    struct Key: Hashable {
        let name: String
        let isAttribute: Bool
    }

    /// The value, if one was given for itself.
    var value: String?
    /// Parts by name, and by number where there are several.
    var parts: [Key: [Int: InputNode]] = [:]

    /// Puts a value where a path leads.
    ///
    /// - Returns: whether there was none before.
    mutating func insert(_ value: String, at steps: ArraySlice<PathResolver.Step>) -> Bool {
        guard let step = steps.first else {
            guard self.value == nil else { return false }
            self.value = value
            return true
        }
        let key = Key(name: step.member.name, isAttribute: step.member.kind == .attribute)
        var items = parts[key] ?? [:]
        let isLast = steps.count == 1
        let isAppended = isLast && step.index == nil && step.member.occurrence.isRepeated
        // One that has attributes already and waits for its text comes before a new one.
        let open = items.filter { $0.value.value == nil }.keys.min()
        let index = isAppended ? open ?? (items.keys.max() ?? 0) + 1 : step.index ?? 1
        var item = items[index] ?? InputNode()
        let isNew = item.insert(value, at: steps.dropFirst())
        items[index] = item
        parts[key] = items
        return isNew
    }

    /// The elements of a name, in the order of their numbers.
    func elements(_ name: String) -> [InputNode] {
        (parts[Key(name: name, isAttribute: false)] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    /// The value of an attribute.
    func attribute(_ name: String) -> String? { parts[Key(name: name, isAttribute: true)]?[1]?.value }
}
