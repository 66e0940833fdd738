// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

extension OutputFormat: ExpressibleByArgument {}

/// The form in which something is written, and its colours.
struct FormatOptions: ParsableArguments {
    @Flag(name: .long, help: "Write one JSON document on stdout; errors are JSON on stderr. Short for -o json.")
    var json = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "table, json, ndjson, yaml or csv; ls, show and get also xml: as received, secrets taken out.",
            valueName: "format"
        )
    )
    var output: OutputFormat?

    @Option(name: .long, help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
    var color: ColorMode = .auto

    @Flag(name: .customLong("describe-json"), help: "Print the JSON Schema of this command's output, and nothing else.")
    var describeJSON = false

    /// Whether a format was asked for.
    var isAsked: Bool { json || output != nil }

    var format: OutputFormat { output ?? (json ? .json : .table) }

    mutating func validate() throws {
        if json, let output, output != .json { throw ValidationError("Use either --json or -o, not both.") }
    }
}
#endif
