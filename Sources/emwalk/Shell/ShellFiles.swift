// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// What a shell keeps for the next one: its history and its bookmarks, for nobody else to read.
///
/// A file that cannot be read or written is no reason to complain in the middle of something else.
struct ShellFiles: Sendable {
    private let folder: String
    private static let mostLines = 1000

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        folder = (RunFolder.path(environment) as NSString).deletingLastPathComponent
    }

    /// The lines that were typed, the latest last.
    func history() -> [String] { lines(of: "shell-history").suffix(ShellFiles.mostLines) }

    /// Keeps a line.
    func remember(_ line: String) {
        var all = history()
        if all.last == line { return }
        all.append(line)
        write(all.suffix(ShellFiles.mostLines), to: "shell-history")
    }

    /// Link paths by the names that they were given.
    func bookmarks() -> [String: RelPath] {
        var result: [String: RelPath] = [:]
        for line in lines(of: "bookmarks") {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            guard parts.count == 2, let path = try? RelPath(parts[1]) else { continue }
            result[parts[0]] = path
        }
        return result
    }

    /// Keeps bookmarks.
    func write(_ bookmarks: [String: RelPath]) {
        write(bookmarks.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)" }, to: "bookmarks")
    }

    private func lines(of name: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return [] }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    private func write(_ lines: some Sequence<String>, to name: String) {
        let path = "\(folder)/\(name)"
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        // Put in its place as a whole: another shell may be writing it, too.
        let next = path + ".\(ProcessInfo.processInfo.processIdentifier)"
        let data = Data(lines.map { $0 + "\n" }.joined().utf8)
        let manager = FileManager.default
        guard manager.createFile(atPath: next, contents: data, attributes: [.posixPermissions: 0o600]) else { return }
        if rename(next, path) != 0 { try? manager.removeItem(atPath: next) }
    }
}
#endif
