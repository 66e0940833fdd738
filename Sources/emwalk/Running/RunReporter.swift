// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// Tells how runs go and how they ended.
struct RunReporter: Sendable {
    let format: RunOutputFormat
    let console: Console
    /// The line that is drawn anew on a terminal; nil elsewhere.
    var progress: ProgressLine?
    /// Whether what was run on ends with the command, so that nothing can be gone on with.
    var isEphemeral = false
    /// Whether many runs are told of, so that each gets a line instead of one for each step.
    var isBatch = false
    /// Whether nothing is written, so that the result is all there is to tell.
    var onlyReads = false
    private let repeated = RepeatedLines()

    init(
        format: RunOutputFormat,
        console: Console,
        progress: ProgressLine?,
        isEphemeral: Bool = false,
        isBatch: Bool = false,
        onlyReads: Bool = false
    ) {
        self.format = format
        self.console = console
        self.progress = progress
        self.isEphemeral = isEphemeral
        self.isBatch = isBatch
        self.onlyReads = onlyReads
    }

    /// What a table of a result has rows for: the first list of its outputs, the runs of many, or the outputs.
    static func rows(of document: JSONValue) -> JSONValue {
        if let runs = document["runs"], runs.elements != nil { return runs }
        guard case .object(let outputs)? = document["outputs"] else { return document }
        return outputs.first { $0.value.elements != nil }?.value ?? .object(outputs)
    }

    func report(_ event: RunEvent) {
        switch format {
        case .ndjson: console.out(event.json.text(pretty: false))
        case .json, .yaml, .csv: break
        case .text:
            let line =
                isBatch || onlyReads ? nil : EventLine(event, isWatched: progress != nil).text(console.errorStyle)
            let lines = repeated.lines(line, about: line == nil ? nil : EventLine.subject(event))
            if let progress {
                progress.report(event, saying: lines)
            } else {
                lines.forEach(console.err)
            }
        }
    }

    /// Says what is left to be said before something else is.
    func catchUp() {
        let lines = repeated.end()
        guard !lines.isEmpty else { return }
        progress?.clear()
        lines.forEach(console.err)
    }

    /// Tells of one of many runs when it ends.
    func ended(_ item: FanOutResult.Item) {
        guard format == .text, isBatch, progress == nil else { return }
        let inputs = item.inputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let place = item.connection.isEmpty ? "" : "\(item.connection)  "
        console.err("  \(place)\(inputs)  \(item.outcome)")
    }

    /// Writes the result and ends with its status.
    func finish(_ result: FanOutResult, isInterrupted: Bool) throws {
        let only = isBatch ? nil : result.items.first
        catchUp()
        // What kept a single run from beginning is an error and no result.
        if let only, only.result == nil, let failure = only.failure { throw failure }
        let document = only?.result?.json ?? result.json
        switch format {
        case .json: console.out(document.text())
        case .ndjson: console.out(document.text(pretty: false))
        case .yaml: console.outRaw(Array(try YAMLText.text(document).utf8))
        case .csv: console.outRaw(Array(RowSet(RunReporter.rows(of: document)).csv.utf8))
        case .text:
            if let run = only?.result {
                console.out(ResultText(console: console).describe(run))
                if run.canResume {
                    let next = isEphemeral ? RunWitness.nothingLeft : console.asTyped("emwalk resume \(run.run)")
                    console.err("\(console.errorStyle.bold("now:")) \(next)")
                }
            } else {
                console.out(FanOutText(console: console, isEphemeral: isEphemeral).describe(result))
            }
        }
        if isInterrupted { throw Finished(status: .interrupted) }
        if result.outcome == .partial {
            throw CommandError(
                "partial",
                result.message,
                hint: "The table on stdout says which\(isEphemeral ? "" : "; each run can be resumed by its name")."
            )
        }
        // The document says it as well, but scripts read errors on stderr.
        guard let item = result.items.first(where: { $0.failure != nil }), let failure = item.failure else { return }
        throw item.result?.path.map { Explainable.about(failure, at: $0) } ?? failure
    }
}
#endif
