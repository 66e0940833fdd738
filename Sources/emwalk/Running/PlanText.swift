// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
internal import Workflows

/// A plan for people: the reads that were done, the request that was not sent, and what it does beside.
struct PlanText {
    let console: Console

    func describe(_ plan: Plan, arguments: [String]) -> String {
        let style = console.style
        var lines = [style.bold("Plan of \(plan.workflow)") + " — nothing was changed"]
        for hop in plan.hops { lines.append("  \(line(hop))") }
        if let write = plan.write {
            lines.append("")
            lines.append(
                "\(style.bold("Would send")) \(style.verb(write.verb.rawValue)) \(LinkSelector(rel: write.rel, type: write.type))"
            )
            lines.append("  \(style.dim("by"))  \(write.path)")
            lines.append("  \(style.dim("to"))  \(write.target)")
            for header in write.headers { lines.append("  \(style.dim(header.name + ":")) \(header.value)") }
            if let body = write.bodyText {
                lines.append("")
                lines += body.split(separator: "\n").map { "  \($0)" }
                lines.append("")
                lines.append(
                    "  \(style.dim("schema")) \(write.verdict == "no-schema" ? "there is none for this body" : write.verdict ?? "")"
                )
            }
        }
        for danger in plan.dangers {
            let word = danger.level == .destructive ? "Danger: " : "Note: "
            lines += Prose.lines(danger.text, width: console.width, indent: word.count, lead: style.yellow(word))
        }
        if !plan.unknowns.isEmpty {
            lines.append(style.dim("Not known before it is sent:"))
            lines += plan.unknowns.map { "  \(style.dim($0))" }
        }
        if !plan.message.isEmpty { lines.append(plan.message) }
        if plan.write != nil {
            let words = [plan.workflow] + arguments.map(ShellWord.quote)
            lines.append(console.asTyped("Run it: emwalk run \(words.joined(separator: " "))"))
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ hop: RunHop) -> String {
        let style = console.style
        let step = hop.step + String(repeating: " ", count: max(0, 12 - hop.step.count))
        let verb = hop.verb + String(repeating: " ", count: max(0, 6 - hop.verb.count))
        let link = "\(hop.rel)\(hop.type.map { ":\($0)" } ?? "")"
        let padding = String(repeating: " ", count: max(1, 40 - link.count))
        return
            "\(style.dim(step)) \(style.verb(verb)) \(link)\(padding)\(hop.status.map(String.init) ?? "—")  \(style.dim("\(hop.ms) ms"))"
    }
}
#endif
