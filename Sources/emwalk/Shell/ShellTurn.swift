// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import Workflows

/// One line being done.
struct ShellTurn {
    /// Whether the shell goes on.
    enum Outcome: Hashable {
        case stay
        case quit
    }

    let shell: Shell
    let isInteractive: Bool
    let console = Console()

    private var desk: ShellDesk { shell.desk }
    private var navigator: Navigator { Navigator(desk: desk) }

    /// Does what the words say.
    ///
    /// - Throws: whatever went wrong.
    func perform(_ words: [String]) async throws -> Outcome {
        guard let verb = words.first else { return .stay }
        let rest = Array(words.dropFirst())
        if let known = ShellVerb.all.first(where: { $0.names.contains(verb) }) {
            return try await perform(known.name, rest)
        }
        if shell.workflows.contains(where: { $0.id == verb }) { return try await perform("run", words) }
        if words.count == 1, try await went(to: verb) { return .stay }
        throw unknown(words)
    }

    private func perform(_ verb: String, _ words: [String]) async throws -> Outcome {
        switch verb {
        case "quit": return .quit
        case "help": console.out(try ShellHelp(shell: shell, console: console).text(words))
        case "ls": try await list(words)
        case "find": try find(words)
        case "go":
            if let place = words.first { try await go(place) } else { try await go("/") }
        case "up": try await move { try await navigator.up(words.first) }
        case "back": try back()
        case "home": try await go("/")
        case "pwd": console.out("/\(desk.state.trail.path)")
        case "refresh":
            _ = try await withInterruptCancellation { try await navigator.refresh() }
            tellPlace()
        case "bm": try await bookmark(words)
        case "hist": history(words)
        case "set": try set(words)
        case "watch": try await watch(words)
        case "show": try await runCommand([verb] + opened(words))
        case "run", "plan": try await runCommand([verb] + InputDialog(turn: self).completed(words, for: verb))
        default: try await runCommand([verb] + words)
        }
        return .stay
    }

    // MARK: Looking

    /// Lists where one is or would be; words that are conditions narrow down the items.
    ///
    /// The numbers of what is shown are those of the next line, in whatever format it was.
    private func list(_ words: [String]) async throws {
        let typed = desk.state.settings.applied(to: ["ls"] + ListWords(words).words)
        try refuseLogonOptions(typed)
        guard let command = try EmwalkCommand.parseAsRoot(typed) as? LsCommand, command.output.format != .xml else {
            return try await runCommand(typed)
        }
        let console = Console(arguments: typed)
        let view = try command.output.view()
        let look = Look(session: desk.session, view: view, console: console, isNumbered: true)
        let navigator = navigator
        let (trail, rendering) = try await withInterruptCancellation {
            let trail =
                command.path.isEmpty ? try await navigator.fresh() : try await navigator.trail(to: command.path)
            return (trail, try await look.links(of: trail.resource))
        }
        if let listing = rendering.listing { desk.change { $0.list(listing, of: trail) } }
        rendering.write(to: console)
    }

    /// The words after `show` where the first one is no place, but a part or a property of the resource that one is at.
    private func opened(_ words: [String]) throws -> [String] {
        guard let word = words.first, !word.hasPrefix("-"), try !leads(word) else { return words }
        let known = KnownPaths(of: desk.state.trail.resource)
        let isPath = word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
        guard isPath, !known.meant(by: PropertyPath(word)).isEmpty else { return words }
        return ["--fields", word] + words.dropFirst()
    }

    /// Everything here that has some words in it: links, items, verbs and workflows.
    private func find(_ words: [String]) throws {
        guard !words.isEmpty else {
            throw CommandError("usage", "What is to be found?", hint: "Such as: find failed, find sql, find repository")
        }
        let found = ShellSearch(words: words, listing: desk.state.listed.listing, workflows: shell.workflows)
        for task in found.tasks { console.out(task.text(console.style)) }
        for part in shell.text(of: found, console) { console.out(part) }
        if !found.workflows.isEmpty {
            console.out(WorkflowTable(console: console).text(found.workflows))
        }
        for verb in found.verbs { console.out("\(console.style.bold(verb.usage))  \(verb.summary)") }
        guard found.isEmpty else { return }
        throw CommandError(
            "item-missing",
            "Nothing here has ‘\(words.joined(separator: " "))’ in it, and no workflow is about it.",
            hint: "‘ls’ shows what is here, ‘workflows’ every workflow, ‘home’ goes to where everything begins."
        )
    }

    // MARK: Moving

    private func go(_ place: String) async throws {
        if place == "-" { return try back() }
        let navigator = navigator
        if place == ".." { return try await move { try await navigator.up(nil) } }
        let bookmark = desk.state.bookmarks[place]
        try await move {
            do {
                return try await navigator.trail(to: place)
            } catch {
                guard let bookmark else { throw error }
                return try await navigator.trail(to: "/\(bookmark)")
            }
        }
    }

    /// Goes where a word alone leads; false if it leads nowhere.
    private func went(to word: String) async throws -> Bool {
        guard try leads(word) || desk.state.bookmarks[word] != nil else { return false }
        try await go(word)
        return true
    }

    /// Whether a word is the beginning of a way from here.
    private func leads(_ word: String) throws -> Bool {
        let state = desk.state
        let isPlace = word.hasPrefix("/") || word.hasPrefix("..") || Int(word) != nil
        return try isPlace || RelPathWord(word).begins(in: state.trail.resource)
            || Finder(state.listed.listing).entry(word) != nil
    }

    private func move(_ find: @escaping @Sendable () async throws -> Trail) async throws {
        let trail = try await withInterruptCancellation { try await find() }
        desk.change { $0.go(to: trail) }
        tellPlace()
    }

    private func back() throws {
        guard desk.change({ $0.goBack() }) else {
            throw CommandError("usage", "There is nothing to go back to.", hint: "‘home’ goes to the session.")
        }
        tellPlace()
    }

    /// Says where one is and what there is: not data, so scripts do not read it.
    private func tellPlace() {
        let state = desk.state
        let listing = state.listed.listing
        func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
        let parts = [
            listing.links.isEmpty ? nil : count(listing.links.count, "link"),
            listing.items.isEmpty ? nil : count(listing.items.count, "item"),
        ].compactMap(\.self)
        let what = parts.isEmpty ? "" : console.errorStyle.dim("  \(parts.joined(separator: ", "))")
        let resource = state.trail.resource
        let type = resource.type?.rawValue ?? resource.name
        let label = resource.label.map { " ‘\(PlainText.oneLine($0))’" } ?? ""
        console.err("\(console.errorStyle.bold(type))\(label)\(what)")
    }

    // MARK: Keeping

    private func bookmark(_ words: [String]) async throws {
        let state = desk.state
        switch words.first {
        case nil, "list":
            if state.bookmarks.isEmpty { console.err("There are none: ‘bm add NAME’ keeps where you are.") }
            for (name, path) in state.bookmarks.sorted(by: { $0.key < $1.key }) { console.out("\(name)\t/\(path)") }
        case "add":
            guard words.count == 2 || words.count == 3, !words[1].contains("\t"), Int(words[1]) == nil else {
                throw CommandError("usage", "A bookmark needs a name.", hint: "bm add NAME, or bm add NAME WHERE")
            }
            let navigator = navigator
            let place = words.count == 3 ? words[2] : "."
            let trail = try await withInterruptCancellation { try await navigator.trail(to: place) }
            let kept = desk.change { state in
                state.bookmarks[words[1]] = trail.path
                return state.bookmarks
            }
            shell.files.write(kept)
            console.err("‘\(words[1])’ is /\(trail.path)")
        case "rm":
            let name = words.count > 1 ? words[1] : ""
            guard state.bookmarks[name] != nil else { throw noBookmark(name, state) }
            let kept = desk.change { state in
                state.bookmarks[name] = nil
                return state.bookmarks
            }
            shell.files.write(kept)
        case .some(let word):
            let name = word == "go" && words.count > 1 ? words[1] : word
            guard let path = state.bookmarks[name] else { throw noBookmark(name, state) }
            let navigator = navigator
            try await move { try await navigator.trail(to: "/\(path)") }
        }
    }

    private func noBookmark(_ name: String, _ state: ShellState) -> CommandError {
        let near = Spelling.nearest(to: name, in: state.bookmarks.keys).map { "Did you mean ‘\($0)’? " } ?? ""
        return CommandError("usage", "There is no bookmark ‘\(name)’.", hint: "\(near)‘bm’ lists them.")
    }

    private func history(_ words: [String]) {
        let lines = shell.files.history().filter { line in words.allSatisfy { line.contains($0) } }
        for line in lines.suffix(words.isEmpty ? 50 : 500) { console.out(line) }
    }

    private func set(_ words: [String]) throws {
        if words.isEmpty {
            console.out(desk.state.settings.text)
            return
        }
        let settings = try desk.change { state in
            try state.settings.set(words)
            return state.settings
        }
        shell.hops.turn(settings.tellsHops)
    }

    // MARK: Repeating

    /// Does a line again and again, and tells what is different.
    private func watch(_ words: [String]) async throws {
        var order = try WatchOrder(words)
        try checkReads(order.line)
        var news = WatchNews()
        while order.goesOn {
            desk.change { $0.isStale = true }
            let (lines, isChange) = news.take(try await captured(order.line))
            if !lines.isEmpty {
                if isChange { console.err(console.errorStyle.dim("— changed:")) }
                console.out(lines.joined(separator: "\n"))
            }
            order.count()
            guard order.goesOn else { return }
            let pause = order.pause
            try await withInterruptCancellation { try await Task.sleep(for: pause) }
        }
    }

    /// Makes sure that a line that is repeated writes nothing.
    private func checkReads(_ words: [String]) throws {
        let name = words.first == "run" ? words.dropFirst().first : words.first
        guard let workflow = shell.workflows.first(where: { $0.id == name }) else { return }
        let profile = desk.session.client.profile
        let writes = workflow.steps.contains { step in
            step.follow.map { profile.verb(for: $0.rel)?.isSafe != true } ?? false
        }
        guard writes else { return }
        throw CommandError(
            "usage",
            "‘\(workflow.id)’ writes, and must not be repeated.",
            hint: "Run it once, and watch what comes of it: watch last-session-of-job …"
        )
    }

    private func captured(_ words: [String]) async throws -> [String] {
        let text = CapturedText()
        var surroundings = Surroundings.current
        surroundings.arguments = desk.state.settings.applied(to: words)
        surroundings.capture = { text.add($0) }
        try await Surroundings.$current.withValue(surroundings) {
            _ = try await ShellTurn(shell: shell, isInteractive: isInteractive).perform(words)
        }
        return text.value.split(separator: "\n").map(String.init)
    }

    // MARK: Commands

    /// Runs a command of emwalk in the session of the shell.
    private func runCommand(_ words: [String]) async throws {
        try refuseLogonOptions(words)
        let arguments = desk.state.settings.applied(to: words)
        var surroundings = Surroundings.current
        surroundings.arguments = arguments
        let writes = ShellVerb.writes.contains(words.first ?? "")
        defer { if writes { desk.change { $0.isStale = true } } }
        try await Surroundings.$current.withValue(surroundings) {
            var command = try EmwalkCommand.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        }
    }

    private func refuseLogonOptions(_ words: [String]) throws {
        guard let option = ShellVerb.logonOption(in: words) else { return }
        throw CommandError(
            "usage",
            "\(option) is decided when a shell begins; it has one session.",
            hint: "Leave with ‘quit’, and say it when you begin: emwalk shell \(option) …"
        )
    }

    private func unknown(_ words: [String]) -> CommandError {
        let verb = words[0]
        if let task = EverydayTask.meant(by: words) {
            return CommandError(
                "usage",
                "‘\(verb)’ is no verb. \(task.question)",
                hint: task.lines.joined(separator: "\n      ")
            )
        }
        let known = ShellVerb.all.flatMap(\.names) + shell.workflows.map(\.id)
        let state = desk.state
        let here = state.trail.resource.links.compactMap { $0.type?.rawValue } + state.names
        let near = Spelling.nearest(to: verb, in: known.filter { $0.count > 1 }) ?? Spelling.nearest(to: verb, in: here)
        return CommandError(
            "usage",
            "‘\(verb)’ is no verb, no workflow, and nothing that is here.",
            hint: (near.map { "Did you mean ‘\($0)’? " } ?? "") + "Try ‘find \(verb)’, or ‘help’."
        )
    }
}
#endif
