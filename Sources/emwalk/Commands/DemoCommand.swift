// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// `emwalk demo`: the main job on a simulated Enterprise Manager, hop by hop.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "See the main job done on a simulated Enterprise Manager.",
        discussion: "Needs nothing, changes nothing of yours, and asks no questions."
    )

    @Flag(help: "Let the simulator hand out a random URL for every link.")
    var opaqueUrls = false

    @Option(help: ArgumentHelp("Ask for xml or json.", valueName: "format"))
    var accept: FormatArgument = .xml

    @Option(help: ArgumentHelp("The seed of the simulated world.", valueName: "n"))
    var seed: UInt64 = 1

    @OptionGroup var output: RunOutputOptions

    func run() async throws {
        var arguments = ["--simulator", "--accept", accept.rawValue, "--seed", String(seed)]
        if opaqueUrls { arguments.append("--opaque-urls") }
        let options = try ConnectionOptions.parse(arguments)
        try await Demo(options: options, console: Console(), isJSON: output.format != .text).run()
    }
}
#endif
