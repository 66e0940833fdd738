// SPDX-License-Identifier: Apache-2.0

#if Network
/// Where a command was typed: at a shell of the system, or in emwalk's own.
///
/// In emwalk's own a session is open already, and paths begin at the current resource. A value of the task: it ends
/// with the line that was typed, and two lines can never see each other's.
struct Surroundings: Sendable {
    /// What an open shell lends to the commands that are typed in it.
    struct Shell: Sendable {
        /// The session of the shell.
        let session: Connection.Session
        /// Whether what answers ends with the shell.
        let isEphemeral: Bool
        /// How long a task may take, in seconds, where a command does not say; nil for the standard.
        let taskTimeout: Double?
        /// The schema that the shell was told to use; nil for ours.
        let schema: String?
        /// Hands over the signals that are meant for what is done in it.
        let interrupts: InterruptSwitch
        /// Reads a path as people type it there: numbers, names and types stand for links, too.
        let route: @Sendable (String) async throws -> Route
    }

    @TaskLocal static var current = Surroundings()

    /// The words of the command.
    var arguments = Array(CommandLine.arguments.dropFirst())
    /// The shell that it was typed in; nil if that is the one of the system.
    var shell: Shell?
    /// Takes what would go to stdout; nil if it goes there.
    var capture: (@Sendable (String) -> Void)?
    /// Whether what is captured goes to a file or a program, and not to the terminal after all.
    var isPiped = false

    /// Commands in a text for people, as they are typed here: a shell of emwalk needs not be told who it is.
    func asTyped(_ text: String) -> String {
        shell == nil ? text : text.replacing(/emwalk (?!shell)/, with: "")
    }
}
#endif
