// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// What has some words in it: of what is here, and of what one can type.
struct ShellSearch {
    /// What is here; only what was found has a number.
    let listing: NumberedListing
    let workflows: [Workflow]
    let verbs: [ShellVerb]
    let tasks: [EverydayTask]

    var isEmpty: Bool { tasks.isEmpty && listing.shown.isEmpty && workflows.isEmpty && verbs.isEmpty }

    init(words: [String], listing: NumberedListing, workflows: [Workflow]) {
        let plain = words.map { $0.lowercased() }
        // ‘repositories’ is also about a repository, and ‘restored’ about what restores.
        let stems = plain.map(ShellSearch.stem)
        func fits(_ texts: String?...) -> Bool {
            let text = texts.compactMap { $0?.lowercased() }.joined(separator: " ")
            return plain.allSatisfy { text.contains($0) } || stems.allSatisfy { text.contains($0) }
        }
        let filters = words.compactMap { try? ViewCondition(ViewCondition.isOne($0) ? $0 : "~\($0)") }
        self.listing = listing.showing { entry in
            if let link = entry.link { return fits(link.rel.rawValue, link.type?.rawValue, link.name) }
            let values = entry.item.map(ItemValues.init)
            return filters.count == words.count && filters.allSatisfy { values.map($0.holds) ?? false }
        }
        self.workflows = workflows.filter { fits($0.id, $0.summary, $0.description) }
        tasks = EverydayTask.all.filter { fits($0.question) }
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
