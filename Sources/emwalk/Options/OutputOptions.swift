// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// How results are written.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Write one JSON document on stdout; errors are JSON on stderr.")
    var json = false

    @Option(name: .long, help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
    var color: ColorMode = .auto

    @Flag(name: .customLong("describe-json"), help: "Print the JSON Schema of this command's output, and nothing else.")
    var describeJSON = false

    /// What a command prints that listens until it is stopped, as soon as it does.
    func ready(at url: String) -> String {
        json ? JSONValue.members(("ready", .string(url))).text(pretty: false) : "ready \(url)"
    }
}

/// When output is coloured.
enum ColorMode: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
#endif
