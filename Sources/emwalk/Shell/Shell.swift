// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import LineEditor
internal import Workflows

/// Reads lines and does what they say: from somebody at a terminal, or from a script until something goes wrong.
struct Shell: Sendable {
    let desk: ShellDesk
    let connection: ConnectionOptions
    let console: Console
    let hops: ShellHops
    let workflows: [Workflow]
    let files = ShellFiles()

    init(desk: ShellDesk, connection: ConnectionOptions, console: Console, hops: ShellHops) {
        self.desk = desk
        self.connection = connection
        self.console = console
        self.hops = hops
        // Workflows of one's own that cannot be read are told of when one is run.
        workflows = (try? WorkflowSource(file: nil).workflows) ?? []
        let kept = files.bookmarks()
        desk.change { $0.bookmarks = kept }
    }

    /// Whether somebody is there to be asked.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Runs until the end of the input, and returns the status that stands for it.
    ///
    /// - Parameter script: the lines; nil for those of stdin.
    func run(script: String?) async -> ExitStatus {
        // One watch for all lines: a signal that comes between two of them must not end the shell with its session
        // still open.
        let watch = InterruptWatch(patience: 3)
        defer { watch.stop() }
        let signals = watch.signals
        let interrupts = InterruptSwitch(rearm: watch.rearm)
        let terminal = TerminalPrompt.settings
        // Who types a line knows what Ctrl-C is for then; a script that waits for its next line has nothing to do.
        let isTyped = script == nil && Shell.isInteractive
        return await withTaskGroup(of: ExitStatus?.self) { group in
            group.addTask {
                for await signal in signals where !interrupts.deliver(signal) && !(isTyped && signal == SIGINT) {
                    // Whoever reads a line cannot be woken; but the session can be ended, and the terminal be as it was.
                    TerminalPrompt.restore(terminal)
                    _ = await desk.session.client.logOff()
                    _exit(Interrupted.exitCode)
                }
                return nil
            }
            group.addTask { await work(script: script, interrupts) }
            var status = ExitStatus.done
            for await ended in group {
                if let ended {
                    status = ended
                    group.cancelAll()
                }
            }
            return status
        }
    }

    private func work(script: String?, _ interrupts: InterruptSwitch) async -> ExitStatus {
        if let script {
            var lines = script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
            return await runScript(interrupts) { lines.popFirst().map(String.init) }
        }
        guard Shell.isInteractive else { return await runScript(interrupts) { readLine(strippingNewline: true) } }
        return await converse(interrupts)
    }

    // MARK: Scripts

    private func runScript(_ interrupts: InterruptSwitch, _ next: () -> String?) async -> ExitStatus {
        var number = 0
        while let line = next() {
            number += 1
            switch await perform(line, interrupts, isInteractive: false) {
            case .done: continue
            case .quit: return .done
            case .failed(let status):
                console.err("\(console.errorStyle.bold("line \(number):")) \(PlainText.oneLine(line))")
                return status
            }
        }
        return .done
    }

    // MARK: Conversations

    private func converse(_ interrupts: InterruptSwitch) async -> ExitStatus {
        let completer = ShellCompleter(workflows: workflows)
        let desk = desk
        let editor = LineEditor(program: "emwalk", width: { Console(arguments: []).width ?? 80 }) { text in
            completer.complete(text, in: desk.state)
        }
        guard let editor else { return await runScript(interrupts) { readLine(strippingNewline: true) } }
        for line in files.history() { editor.remember(line) }
        let style = console.style
        console.out(
            "\(style.bold("emwalk")) at \(desk.session.client.entry.origin.host). "
                + style.dim("help shows what can be typed; Tab completes; Ctrl-D leaves.")
        )
        while true {
            guard let line = editor.read(prompt: prompt) else {
                console.out("")
                return .done
            }
            if let kept = HistoryRule(workflows: workflows).kept(line) {
                editor.remember(kept)
                files.remember(kept)
            }
            if case .quit = await perform(line, interrupts, isInteractive: true) { return .done }
        }
    }

    private var prompt: String {
        let style = console.style
        // Colours stand between two bytes 1, which the editor takes for no columns.
        func bold(_ text: String) -> String {
            style.isOn && !text.isEmpty ? "\u{1}\u{1B}[1m\u{1}\(text)\u{1}\u{1B}[0m\u{1}" : text
        }
        guard let (name, type) = desk.state.trail.title else {
            return "\(bold(desk.session.client.entry.origin.host))> "
        }
        let short = DisplayWidth.fit(name, to: 30)
        return short.isEmpty ? "\(bold(type))> " : "\(bold(short)) \(type)> "
    }

    // MARK: Lines

    /// What became of a line.
    enum Ending: Sendable {
        case done
        case quit
        case failed(ExitStatus)
    }

    /// Does what a line says, and tells what went wrong.
    func perform(_ text: String, _ interrupts: InterruptSwitch, isInteractive: Bool) async -> Ending {
        let line: ShellLine
        do {
            line = try ShellLine(text)
        } catch {
            return .failed(tell(error, isInteractive: isInteractive))
        }
        guard !line.words.isEmpty else { return .done }
        return await perform(line, interrupts, isInteractive: isInteractive)
    }

    /// What was found of what is here; its numbers are those of the next line.
    func text(of found: ShellSearch, _ console: Console) -> [String] {
        let listing = found.listing
        guard !listing.shown.isEmpty else { return [] }
        desk.change { $0.list(listing, of: $0.listed.trail) }
        let links = listing.shown.filter { $0.link != nil }
        let items = listing.shown.filter { $0.item != nil }
        let look = Look(session: desk.session, view: View(), console: console, isNumbered: true)
        var parts = links.isEmpty ? [] : [LinkTable(links, console: console).text]
        if !items.isEmpty { parts.append(look.table(of: items, among: listing)) }
        return parts
    }

    private func tell(_ error: any Error, isInteractive: Bool) -> ExitStatus {
        let status = ErrorReport(error, console: Console()).tell()
        return ExitStatus(rawValue: status) ?? .internalError
    }

    func perform(_ line: ShellLine, _ interrupts: InterruptSwitch, isInteractive: Bool) async -> Ending {
        let words = meant(line.words)
        // A session that ended meanwhile was renewed by the line before.
        if let hub = await desk.session.client.hub { desk.change { $0.begin(at: hub) } }
        let settings = desk.state.settings
        let output = ShellOutput(line.destination, verb: words.first ?? "", pages: settings.pages && isInteractive)
        let navigator = Navigator(
            desk: desk,
            passesReferences: words.first != "why",
            entersReferences: words.first == "show" || words.first == "cat"
        )
        let surroundings = Surroundings(
            arguments: settings.applied(to: words),
            shell: Surroundings.Shell(
                session: desk.session,
                isEphemeral: connection.isEphemeral,
                taskTimeout: connection.taskTimeout,
                schema: connection.schema,
                interrupts: interrupts
            ) { text in
                try await withInterruptCancellation { try await navigator.route(text) }
            },
            capture: output.capture,
            isPiped: output.isPiped
        )
        interrupts.beginLine()
        let ending = await Surroundings.$current.withValue(surroundings) {
            var ending = Ending.done
            do {
                let turn = ShellTurn(shell: self, isInteractive: isInteractive)
                if try await turn.perform(words) == .quit { ending = .quit }
            } catch {
                let status = tell(error, isInteractive: isInteractive)
                if status != .done { ending = .failed(status) }
                if let interrupted = error as? Interrupted, interrupted.signal != SIGINT { ending = .quit }
            }
            do {
                try await output.finish()
            } catch {
                ending = .failed(tell(error, isInteractive: isInteractive))
            }
            return ending
        }
        // What came too late for the line is not too late for the script, and the end of the shell is asked for once.
        guard let late = interrupts.endLine(), !isInteractive || late != SIGINT else { return ending }
        if isInteractive { return .quit }
        return .failed(tell(Interrupted(signal: late), isInteractive: isInteractive))
    }

    /// The words of a line, whatever they were written for: hints that are pasted begin with the name of the command.
    private func meant(_ words: [String]) -> [String] {
        var words = words
        if words.first == "emwalk" { words.removeFirst() }
        if words == ["tasks"] { return ["help", "tasks"] }
        if words.last == "?" || words.last == "--help", words.count == 2 { return ["help", words[0]] }
        return words
    }
}
#endif
