// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import LineEditor
internal import Workflows

/// What may stand at the end of a line: only what is known already, so that a key never waits for the server.
struct ShellCompleter: Sendable {
    let workflows: [Workflow]

    func complete(_ text: String, in state: ShellState) -> Completion {
        var reader = ShellLineReader(text)
        let (words, last) = reader.unfinished()
        let typed = reader.word == nil ? "" : String(text.dropFirst(reader.start))
        let candidates: [CompletionWord]
        if words.isEmpty {
            candidates = verbs + places(last, state)
        } else {
            candidates = arguments(after: words, last, state)
        }
        let fitting = Dictionary(grouping: candidates.filter { ShellCompleter.fits($0.word, last) }, by: { $0.word })
        let sorted = fitting.values.compactMap(\.first).sorted { $0.word.lowercased() < $1.word.lowercased() }
        return Completion(typed: typed, candidates: sorted.map { $0.candidate(reader.openQuote) })
    }

    private static func fits(_ word: String, _ typed: String) -> Bool {
        word.lowercased().hasPrefix(typed.lowercased())
    }

    // MARK: What there is

    private typealias Word = CompletionWord

    private var verbs: [Word] {
        ShellVerb.all.map { Word($0.name) } + workflows.map { Word($0.id) }
    }

    private func arguments(after words: [String], _ last: String, _ state: ShellState) -> [Word] {
        var words = words
        if let first = words.first, workflows.contains(where: { $0.id == first }) { words.insert("run", at: 0) }
        let verb = ShellVerb.all.first { $0.names.contains(words[0]) }?.name ?? words[0]
        switch verb {
        case "run", "plan":
            guard words.count > 1 else { return workflows.map { Word($0.id) } }
            return inputs(of: words[1], given: words, last, state)
        case "workflows": return workflows.map { Word($0.id) }
        case "help": return verbs + [Word("tasks")]
        case "bm": return ["add", "rm", "go", "list"].map { Word($0) } + state.bookmarks.keys.map { Word($0) }
        case "set":
            if words.count == 1 { return ["output", "hops", "pager"].map { Word($0) } }
            let values =
                words[1] == "output" ? ["text", "json", "ndjson", "table", "yaml", "csv", "xml"] : ["on", "off"]
            return values.map { Word($0) }
        case "watch": return words.count == 1 ? verbs : arguments(after: Array(words.dropFirst()), last, state)
        case "do":
            return words.count == 1 ? places(last, state) : [Word("--dry-run"), Word("--yes"), Word("--no-wait")]
        case "ls" where words.count > 1: return properties(state)
        case "ls", "show", "go", "get", "form", "why", "up", "links", "crawl":
            return places(last, state) + (verb == "ls" ? properties(state) : [])
        case "find": return state.names.map { Word($0) }
        default: return []
        }
    }

    /// The inputs that a workflow takes, or values for the one that is being typed.
    private func inputs(of name: String, given words: [String], _ last: String, _ state: ShellState) -> [Word] {
        guard let workflow = workflows.first(where: { $0.id == name }) else { return [] }
        if let equals = last.firstIndex(of: "=") {
            let key = String(last[..<equals])
            guard let input = workflow.input(key), !input.isSecret else { return [] }
            let values = input.choices.isEmpty ? state.names.sorted() : input.choices
            return values.map { Word("\(key)=\($0)", head: "\(key)=", body: $0) }
        }
        let open = workflow.inputs.filter { input in !words.contains { $0.hasPrefix("\(input.name)=") } }
        return open.map { Word("\($0.name)=", isOpen: true) } + state.names.map { Word($0) }
            + ["--yes", "--dry-run"].map { Word($0) }
    }

    /// Links and items of where one is; behind a slash, of what was seen on the way only if it is the hub.
    private func places(_ last: String, _ state: ShellState) -> [Word] {
        let isFromHub = last.hasPrefix("/")
        let listing = isFromHub ? NumberedListing(of: state.trail.hub) : NumberedListing(of: state.trail.resource)
        let prefix = isFromHub ? "/" : ""
        var words: [Word] = []
        for entry in listing.entries {
            switch entry.target {
            case .link(let link):
                words.append(Word(prefix + entry.step.description))
                if let type = link.type, type != .none { words.append(Word(prefix + type.rawValue)) }
                if let name = link.name, !name.isEmpty, !isFromHub { words.append(Word(name)) }
            case .item(let item):
                if let label = item.label { words.append(Word(prefix + label)) }
            }
        }
        return words + state.bookmarks.keys.map { Word($0) }
    }

    private func properties(_ state: ShellState) -> [Word] {
        let items = state.listed.listing.items.prefix(20).compactMap(\.item)
        let names = items.flatMap { $0.properties.filter { !$0.isSecret }.map(\.path.description) }
        return Set(names).map { Word("\($0)=", isOpen: true) }
    }
}
#endif
