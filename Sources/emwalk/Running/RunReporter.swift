// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// Tells how runs go and how they ended.
struct RunReporter: Sendable {
    let format: RunOutputFormat
    let console: Console

    func report(_ event: RunEvent) {
        switch format {
        case .ndjson: console.out(event.json.text(pretty: false))
        case .json: break
        case .text:
            if let line = EventLine(event).text(console.errorStyle) { console.err(line) }
        }
    }

    /// Writes the result and ends with its status.
    func finish(_ results: [RunResult], workflow: String, isBatch: Bool) throws {
        let document = isBatch ? batch(results, workflow: workflow) : results.first?.json
        switch format {
        case .json: console.out((document ?? .null).text())
        case .ndjson: console.out((document ?? .null).text(pretty: false))
        case .text: for result in results { console.out(ResultText(console: console).describe(result)) }
        }
        let failed = results.filter { $0.failure != nil }
        if let failure = failed.first?.failure {
            // The document says it as well, but scripts read errors on stderr.
            throw failure
        }
    }

    private func batch(_ results: [RunResult], workflow: String) -> JSONValue {
        let outcomes = Set(results.map(\.outcome.rawValue))
        let outcome =
            outcomes.count == 1
            ? outcomes.first ?? "unchanged"
            : outcomes.contains("failed") || outcomes.contains("unknown") ? "partial" : "changed"
        return .members(
            ("workflow", .string(workflow)),
            ("outcome", .string(outcome)),
            ("runs", .array(results.map(\.json))),
            ("message", .string("\(results.count) runs, \(results.filter { $0.failure != nil }.count) failed."))
        )
    }
}
#endif
