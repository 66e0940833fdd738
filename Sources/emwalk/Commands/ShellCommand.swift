// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Foundation
internal import Hypermedia

/// `emwalk shell`: the same verbs, with a session that stays open and a current resource.
struct ShellCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell",
        abstract: "Walk, ask and act in one session, from where you are.",
        discussion: """
            Type help in it. Tab completes what is there, Ctrl-C stops what is under way, Ctrl-D leaves. History and \
            bookmarks are kept in $XDG_STATE_HOME/emwalk (else under ~/.local/state): commands and link paths, never a \
            URL or a secret.
            From a file, or where stdin is no terminal, the lines are a script: # begins a comment, and the first \
            error ends it with its status.
            Example: emwalk shell --simulator
            """
    )

    @Argument(help: ArgumentHelp("A file with lines to run instead of asking for them.", valueName: "file"))
    var file: String?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let console = Console()
        let lines = try file.map { String(decoding: try FileArgument.read($0), as: UTF8.self) }
        let connection = connection
        let hops = ShellHops(console: console)
        // Ctrl-C is for what is done in the shell, so nothing around it may be cancelled by it.
        let prepared = try await Connection(connection, console: console, onHop: { hops.tell($0) }).prepare()
        let status = try await prepared.open { session in
            let shell = Shell(
                desk: ShellDesk(session: session),
                connection: connection,
                console: console,
                hops: hops
            )
            return await shell.run(script: lines)
        }
        if status != .done { throw Finished(status: status) }
    }
}
#endif
