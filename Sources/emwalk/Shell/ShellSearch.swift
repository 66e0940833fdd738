// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// What has some words in it: of what is here, and of what one can type.
struct ShellSearch {
    let links: [NumberedListing.Entry]
    let items: [NumberedListing.Entry]
    let workflows: [Workflow]
    let verbs: [ShellVerb]

    var isEmpty: Bool { links.isEmpty && items.isEmpty && workflows.isEmpty && verbs.isEmpty }

    init(words: [String], listing: NumberedListing, workflows: [Workflow]) {
        let plain = words.map { $0.lowercased() }
        // ‘repositories’ is also about a repository, and ‘restored’ about what restores.
        let stems = plain.map(ShellSearch.stem)
        func fits(_ texts: String?...) -> Bool {
            let text = texts.compactMap { $0?.lowercased() }.joined(separator: " ")
            return plain.allSatisfy { text.contains($0) } || stems.allSatisfy { text.contains($0) }
        }
        links = listing.links.filter { entry in
            guard case .link(let link) = entry.target else { return false }
            return fits(link.rel.rawValue, link.type?.rawValue, link.name)
        }
        let filters = words.map { ItemFilter($0) ?? ItemFilter(word: $0) }
        items = listing.items.filter { entry in
            guard case .item(let item) = entry.target else { return false }
            return filters.allSatisfy { $0.holds(for: item) }
        }
        self.workflows = workflows.filter { fits($0.id, $0.summary, $0.description) }
        verbs = ShellVerb.all.filter { fits($0.name, $0.summary) }
    }

    /// A word without what makes it plural or past.
    private static func stem(_ word: String) -> String {
        for (ending, rest) in [("ies", ""), ("ed", "e"), ("s", "")] where word.count > 5 && word.hasSuffix(ending) {
            return word.dropLast(ending.count) + rest
        }
        return word
    }
}
#endif
