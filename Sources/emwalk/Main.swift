// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

/// Where the command begins: parses, runs, and ends with the exit status of the contract.
@main
enum Main {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let console = Console(arguments: arguments)
        if let schema = OutputSchema.asked(by: arguments) {
            console.out(schema)
            return
        }
        do {
            if let page = try ManualPage.asked(by: arguments) {
                console.out(page)
                return
            }
            var command = try EmwalkCommand.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ErrorReport(error, console: console).exit()
        }
    }
}
#else
internal import Foundation

/// Stands in for the command where the package was built without sockets.
@main
enum Main {
    static func main() {
        let message = "error: emwalk was built without the Network trait; build it with the default traits.\n"
        FileHandle.standardError.write(Data(message.utf8))
        exit(1)
    }
}
#endif
