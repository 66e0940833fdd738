// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// How a result that is one document is written.
struct DocumentOptions: ParsableArguments {
    @Flag(name: .long, help: "Write one JSON document on stdout; errors are JSON on stderr. Short for -o json.")
    var json = false

    @Option(name: .shortAndLong, help: ArgumentHelp("table, json, ndjson, yaml or csv.", valueName: "format"))
    var output: OutputFormat?

    @Option(name: .long, help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
    var color: ColorMode = .auto

    @Flag(name: .customLong("describe-json"), help: "Print the JSON Schema of this command's output, and nothing else.")
    var describeJSON = false

    var format: OutputFormat { output ?? (json ? .json : .table) }

    mutating func validate() throws {
        if json, let output, output != .json { throw ValidationError("Use either --json or -o, not both.") }
        if output == .xml { throw ValidationError("-o xml is for documents of the server: ls, show and get.") }
    }

    /// Writes a document, or what people get instead.
    func write(_ document: @autoclosure () -> JSONValue, to console: Console, people: () -> String) throws {
        if format == .table {
            console.out(people())
        } else {
            console.outRaw(Array((try format.text(document()) ?? "").utf8))
        }
    }
}
#endif
