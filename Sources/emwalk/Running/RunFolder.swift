// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import RunStore
internal import Workflows

/// Where the runs of this person are kept.
enum RunFolder {
    /// The file: `$XDG_STATE_HOME/emwalk/runs.sqlite`, or under `~/.local/state`.
    static func path(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        // The base directory specification has relative paths ignored.
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return folder + "/emwalk/runs.sqlite" }
        return (environment["HOME"] ?? "") + "/.local/state/emwalk/runs.sqlite"
    }

    /// The runs that were written down.
    static func store() throws -> RunStore { try RunStore(path: path()) }

    /// Where a command writes down its runs; those on a simulator of its own, or replayed, end with it.
    static func journal(_ options: ConnectionOptions) throws -> any RunJournal {
        isEphemeral(options) ? InMemoryJournal() : try store()
    }

    /// Whether what is run on ends with the command, or with the shell that it was typed in.
    static func isEphemeral(_ options: ConnectionOptions) -> Bool {
        options.isEphemeral || Surroundings.current.shell?.isEphemeral == true
    }

    /// The full path of a workflow file, so that a run can be resumed from another folder.
    static func source(_ file: String?) -> String? {
        file.map { URL(filePath: $0).standardizedFileURL.path(percentEncoded: false) }
    }
}
#endif
