// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Finds what people mean by a word where they are: a number of the list, a relation, a type, a name.
///
/// What is written as a step of a path is taken as that; only what fits nothing so is looked for further, first as it is
/// written and then in whichever case.
struct Finder {
    let listing: NumberedListing
    /// Whether the beginning of one name only is enough: for those who only look.
    let guesses: Bool

    init(_ listing: NumberedListing, guesses: Bool = false) {
        self.listing = listing
        self.guesses = guesses
    }

    /// What a whole text stands for, blanks and slashes included; nil if it may be a path.
    ///
    /// - Throws: ``CommandError`` if several things are called so.
    func entry(_ text: String) throws -> NumberedListing.Entry? {
        if let number = Int(text) {
            guard let entry = listing.entries.first(where: { $0.number == number }) else {
                throw CommandError(
                    "link-missing",
                    "There is no number \(number) here; there are \(listing.shown.count).",
                    hint: "‘ls’ shows them."
                )
            }
            return entry
        }
        return try find(text)
    }

    /// A step with what it stands for, if it fits nothing as it is written.
    func refine(_ step: RelPath.Step) throws -> RelPath.Step {
        guard case .follow(let selector) = step, selector.rel != .itself else { return step }
        guard selector.matches(in: listing.resource).isEmpty else { return step }
        if let type = selector.type, selector.name == nil {
            // ‘down:joblist’: the same in another case.
            let similar = listing.links.filter { entry in
                guard let link = entry.link else { return false }
                return Finder.isSame(link.rel.rawValue, selector.rel.rawValue)
                    && Finder.isSame(link.type?.rawValue, type.rawValue)
            }
            guard case .follow(var found)? = similar.first?.step, similar.count == 1 else {
                // A name with a colon in it, such as one that ends with a time.
                return selector.target.isEmpty ? try find("\(selector.rel):\(type)")?.step ?? step : step
            }
            found.target = selector.target
            return .follow(found)
        }
        guard selector.type == nil, selector.name == nil, selector.target.isEmpty else { return step }
        return try find(selector.rel.rawValue)?.step ?? guess(selector.rel.rawValue)?.step ?? step
    }

    private func find(_ word: String) throws -> NumberedListing.Entry? {
        guard !word.isEmpty else { return nil }
        let tests: [(NumberedListing.Entry) -> String?] = [Finder.label, Finder.rel, Finder.type, Finder.linkName]
        for isExact in [true, false] {
            for text in tests {
                let found = listing.entries.filter { entry in
                    guard let text = text(entry) else { return false }
                    return isExact ? text == word : Finder.isSame(text, word)
                }
                if found.count == 1 { return found.first }
                if found.count > 1 {
                    // A relation that several links have is a path that is not complete: that error says more.
                    if case .link = found[0].target, text(found[0]) == Finder.rel(found[0]) { return nil }
                    throw ambiguous(word, found)
                }
            }
        }
        return nil
    }

    private func guess(_ word: String) -> NumberedListing.Entry? {
        guard guesses else { return nil }
        let begun = listing.entries.filter { entry in
            entry.names.contains { $0.lowercased().hasPrefix(word.lowercased()) }
        }
        return begun.count == 1 ? begun.first : nil
    }

    private func ambiguous(_ word: String, _ found: [NumberedListing.Entry]) -> CommandError {
        let listed = found.prefix(8).map { entry in
            (entry.number.map { "\($0)  " } ?? "") + entry.step.description
        }.joined(separator: "\n  ")
        let way = found.lazy.compactMap(\.number).first.map(String.init) ?? ShellWord.quote(found[0].step.description)
        return CommandError(
            "item-ambiguous",
            "\(found.count) things here are called ‘\(word)’:\n  \(listed)",
            hint: "Say which one, such as ‘go \(way)’."
        )
    }

    private static func isSame(_ left: String?, _ right: String) -> Bool { left?.lowercased() == right.lowercased() }

    private static func label(_ entry: NumberedListing.Entry) -> String? { entry.item?.label }

    private static func rel(_ entry: NumberedListing.Entry) -> String? { entry.link?.rel.rawValue }

    private static func type(_ entry: NumberedListing.Entry) -> String? { entry.link?.type?.rawValue }

    private static func linkName(_ entry: NumberedListing.Entry) -> String? { entry.link?.name }
}
#endif
