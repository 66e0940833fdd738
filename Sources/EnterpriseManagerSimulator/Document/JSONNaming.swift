// SPDX-License-Identifier: Apache-2.0

/// How EM names the properties of its JSON.
struct JSONNaming: Sendable {
    private let keyCase: KeyCase

    init(_ keyCase: KeyCase) { self.keyCase = keyCase }

    /// The key of an element or attribute.
    ///
    /// In camel case the leading capitals are lower-cased, but for one that begins a word: `UID` is `uid`, `Href` is
    /// `href`, `CreationTimeUTC` is `creationTimeUTC` (seen in clients of EM 13).
    func key(_ name: String) -> String {
        guard keyCase == .camel else { return name }
        let characters = Array(name)
        var result = ""
        for (index, character) in characters.enumerated() {
            let beginsWord = index > 0 && index + 1 < characters.count && characters[index + 1].isLowercase
            guard character.isUppercase, !beginsWord else { return result + String(characters[index...]) }
            result.append(contentsOf: character.lowercased())
        }
        return result
    }

    /// The key of the array that holds the repeated items of a wrapper: `Ref` is `Refs`, `Repository` is
    /// `Repositories` [representation_collections]; a name that ends in s stays.
    func arrayKey(_ item: String) -> String {
        if item.hasSuffix("s") { return key(item) }
        if item.hasSuffix("y"), let before = item.dropLast().last, !"aeiou".contains(before) {
            return key(item.dropLast() + "ies")
        }
        return key(item + "s")
    }
}
