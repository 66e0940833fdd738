// SPDX-License-Identifier: Apache-2.0

#if Network && os(Linux)
import Foundation
import Testing

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// What the pages say that a terminal shows is what it shows.
///
/// Fences marked `console` are typed, one page after the other, into a terminal whose `EMWALK_EM` is a simulator of its
/// own. With `EMWALK_WRITE=1` the pages are given what was shown instead.
@Suite(.enabled(if: Terminal.isAvailable, "script(1) is absent")) struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every page that shows a terminal, by its path from the project's folder.
    static let pages: [String] = {
        let sources =
            FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)?
            .compactMap { ($0 as? String).map { "Sources/\($0)" } } ?? []
        return (["README.md", "CONTRIBUTING.md"] + sources.filter { $0.hasSuffix(".md") }).sorted().filter {
            let text = try? String(contentsOf: root.appending(path: $0), encoding: .utf8)
            return text?.contains("\n```console\n") == true
        }
    }()

    private static let writes = ProcessInfo.processInfo.environment["EMWALK_WRITE"] == "1"

    @Test(arguments: pages) func isWhatTheTerminalShows(_ path: String) async throws {
        let file = Self.root.appending(path: path)
        let page = try ConsolePage(file)
        let screens = try await Self.typed(page)
        if Self.writes {
            let kept = zip(page.commands, screens).map { command, screen in
                let shown = Array(page.lines[command.shown])
                return ShownOutput(lines: shown).firstMissing(in: screen) == nil
                    ? shown : screen.map(ShownOutput.generalized)
            }
            try Data(page.rewritten(kept).utf8).write(to: file)
        }
        for (command, screen) in zip(page.commands, screens) {
            let missing = ShownOutput(lines: Array(page.lines[command.shown])).firstMissing(in: screen)
            #expect(
                missing == nil,
                "\(path):\(command.line): \(command.words)\nnot shown: \(missing ?? "")\n\(screen.joined(separator: "\n"))"
            )
        }
    }

    /// What each command of a page shows.
    private static func typed(_ page: ConsolePage) async throws -> [[String]] {
        try await SimulatorProcess.with(["--http"]) { simulator in
            try await Folder.with { folder in
                var screens: [[String]] = []
                let home = folder.path(".")
                let environment = [
                    "EMWALK_EM": simulator.url, "EMWALK_USER": "administrator", "EMWALK_PASSWORD": "Passw0rd!",
                    "PATH": Emwalk.executable.removingLastComponent().string + ":/usr/local/bin:/usr/bin:/bin",
                    "TERM": "xterm", "HOME": home, "XDG_STATE_HOME": folder.path("state"),
                    "XDG_CONFIG_HOME": folder.path("config"), "EMWALK_PAGER": "cat", "TZ": "UTC",
                ]
                for command in page.commands {
                    screens.append(
                        try await Screen.lines(of: command.words, in: home, environment: environment).lines
                    )
                }
                return screens
            }
        }
    }

    @Test func gapsStandForWhatIsLeftOut() {
        let shown = ShownOutput(lines: ["a … c", "…", "z"])
        #expect(shown.firstMissing(in: ["a b c", "z"]) == nil)
        #expect(shown.firstMissing(in: ["a b c", "more", "lines", "z"]) == nil)
        #expect(shown.firstMissing(in: ["a b d", "z"]) == "a … c")
        #expect(shown.firstMissing(in: ["a b c", "y"]) == "z")
        #expect(shown.firstMissing(in: ["a b c", "z", "y"]) != nil)
        #expect(ShownOutput(lines: ["a"]).firstMissing(in: ["a", "b"]) == "(the end; the screen goes on)")
    }

    @Test func pagesAreReadAsTheyAreWritten() {
        let page = ConsolePage("p", "text\n```console\n$ one\nfirst\n\nsecond\n$ two\n```\n```sh\n$ no\n```\n")
        #expect(page.commands.map(\.words) == ["one", "two"])
        #expect(page.commands.map { Array(page.lines[$0.shown]) } == [["first", "", "second"], []])
        #expect(page.rewritten([["x"], ["y"]]).contains("$ one\nx\n$ two\ny\n```"))
    }

    @Test func linesDrawnOverAreGone() {
        #expect(Screen.rows("10 %\r\u{1b}[K20 %\r\u{1b}[Kdone\r\n\u{1b}[1mbold\u{1b}[0m  \r\n") == ["done", "bold"])
    }
}
#endif
