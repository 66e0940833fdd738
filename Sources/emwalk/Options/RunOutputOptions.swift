// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser

/// How a run is reported: for people, as one JSON document, or as JSON Lines while it goes.
struct RunOutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Write one JSON document on stdout; errors are JSON on stderr.")
    var json = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "text, json, yaml, csv: the rows of the result, or ndjson: a line for each event, the document last.",
            valueName: "format"
        )
    )
    var output: RunOutputFormat?

    @Option(name: .long, help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
    var color: ColorMode = .auto

    @Flag(name: .customLong("describe-json"), help: "Print the JSON Schema of this command's output, and nothing else.")
    var describeJSON = false

    var format: RunOutputFormat { output ?? (json ? .json : .text) }
}

/// The formats of a run's report.
enum RunOutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, yaml, csv

    /// `table` is what others call `text`.
    init?(argument: String) {
        guard let format = argument == "table" ? .text : RunOutputFormat(rawValue: argument) else { return nil }
        self = format
    }

    /// How a document is written in it; nil for people.
    var document: OutputFormat? { OutputFormat(rawValue: rawValue) }
}
#endif
