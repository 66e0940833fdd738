// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// Running a workflow many times.
struct FanOutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run once for each line of a file (- for stdin).",
            discussion: """
                A line is a value of the first input that is needed and not given, a row of a table whose first line \
                names inputs (with commas), or a JSON object of inputs.
                """,
            valueName: "file"
        ),
        completion: .file()
    )
    var each: String?

    @Option(
        name: .customLong("each-of"),
        help: ArgumentHelp(
            "Run once for each item of a collection, such as Down:JobList/*[JobType=Backup].",
            valueName: "path"
        )
    )
    var eachOf: String?

    @Option(help: ArgumentHelp("How many runs at a time on each Enterprise Manager.", valueName: "n"))
    var concurrency: Int = 4

    mutating func validate() throws {
        if each != nil, eachOf != nil { throw ValidationError("Use either --each or --each-of, not both.") }
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency is 1 to 64.") }
        guard let eachOf else { return }
        do {
            _ = try RelPath(eachOf)
        } catch {
            throw ValidationError([error.message, error.hint].compactMap { $0 }.joined(separator: " "))
        }
    }
}
#endif
