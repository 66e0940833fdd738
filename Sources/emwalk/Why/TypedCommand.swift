// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// What was typed, from which the next command to type is made: the same server, as the same user.
struct TypedCommand: Sendable {
    /// Options that say where to connect and as whom, with and without a value.
    private static let kept: Set<String> = [
        "--em", "--profile", "--user", "--password-file", "--cacert", "--pin", "--accept", "--api-version",
        "--host-map",
        "--seed",
    ]
    private static let keptFlags: Set<String> = [
        "--simulator", "--insecure", "--allow-plaintext", "--opaque-urls", "--password-stdin",
    ]

    let path: String
    private let connection: [(name: String, value: String?)]

    init(path: String, arguments: [String] = Surroundings.current.arguments) {
        self.path = path
        var found: [(String, String?)] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if TypedCommand.keptFlags.contains(word) { found.append((word, nil)) }
            if TypedCommand.kept.contains(word), let value = rest.popFirst() { found.append((word, value)) }
            if let equals = word.firstIndex(of: "="), TypedCommand.kept.contains(String(word[..<equals])) {
                found.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
            }
        }
        connection = found
    }

    /// The command that asks why for what was typed.
    func why(status: Int? = nil) -> String {
        line(["why", place(path)] + (status.map { ["--status", String($0)] } ?? []))
    }

    /// The command for something to do; nil for what no command does.
    func line(_ remedy: Remedy) -> String? {
        switch remedy.action {
        case .look(let path): path.steps.isEmpty ? line(["ls"]) : line(["ls", place(path.description)])
        case .perform(let path): line(["do", place(path.description), "--dry-run"])
        case .ask(let path): line(["why", place(path.description)])
        case .version(let version): line(["why", place(path)], setting: ["--api-version": version])
        case .connect(let port, let scheme): reconnected(port, scheme).map { line(["ls"], setting: ["--em": $0]) }
        case .none: nil
        }
    }

    /// What was typed as entry point, at another port or by another scheme.
    private func reconnected(_ port: Int?, _ scheme: String?) -> String? {
        guard let typed = connection.last(where: { $0.name == "--em" })?.value, let entry = try? EntryPoint(typed)
        else {
            return nil
        }
        let origin = entry.origin
        guard typed.lowercased().hasPrefix(origin.description.lowercased()) else { return nil }
        let path = typed.dropFirst(origin.description.count)
        return "\(scheme ?? origin.scheme)://\(origin.host):\(port ?? origin.port)\(path)"
    }

    /// A path from the hub, as it is typed where paths begin elsewhere.
    private func place(_ path: String) -> String { Surroundings.current.shell == nil ? path : "/" + path }

    private func line(_ words: [String], setting changes: [String: String] = [:]) -> String {
        var all = ["emwalk"] + words
        for (name, value) in connection where changes[name] == nil {
            all.append(name)
            if let value { all.append(value) }
        }
        for name in changes.keys.sorted() { all += [name, changes[name] ?? ""] }
        return Surroundings.current.asTyped(all.map(ShellWord.quote).joined(separator: " "))
    }
}
#endif
