// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
internal import Workflows

/// Tells the demo as it happens.
struct DemoStory: Sendable {
    let console: Console
    let isQuiet: Bool

    func title(_ text: String) { say("\n" + console.style.bold(text)) }

    func note(_ text: String) { say("     " + console.style.dim(text)) }

    func hop(_ hop: Hop) { say(HopLine(hop).text(console.style)) }

    func event(_ event: RunEvent) {
        guard event.event == .task, let state = event.state else { return }
        say(
            "     \(console.style.dim("task")) \(event.operation ?? "") \(console.style.cyan(state))\(event.message.map { console.style.dim("  \($0)") } ?? "")"
        )
    }

    func result(_ result: RunResult) {
        say(indent(ResultText(console: console).describe(result)))
    }

    func plan(_ plan: Plan) {
        guard let write = plan.write else { return }
        let style = console.style
        say(
            "     \(style.bold("would send")) \(style.verb(write.verb.rawValue)) \(LinkSelector(rel: write.rel, type: write.type))"
        )
        say("     \(style.dim("by")) \(write.path)")
        if let body = write.bodyText { say(indent(body.trimmingLines)) }
        for danger in plan.dangers { say("     \(style.yellow("danger")) \(danger.text)") }
    }

    func ending(requests: Int, writes: Int, madeUp: Int) {
        let verdict = madeUp == 0 ? console.style.green("none") : console.style.red(String(madeUp))
        say(
            "\n\(requests) requests, \(writes) of them writes. URLs requested that no answer had handed out: \(verdict)."
        )
        say(
            "Next: emwalk workflows · emwalk ls --simulator · emwalk simulate · emwalk ls --em https://YOUR-EM:9398/api/"
        )
    }

    private func say(_ text: String) {
        if !isQuiet { console.out(text) }
    }

    private func indent(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "     \($0)" }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
#endif
