// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient
internal import Workflows

/// What performing one link did, or would do.
struct DoReport: Sendable {
    let order: PreparedRequest
    let dangers: [String]
    var answer: Answer?
    var task: TaskWaiter.Result?

    /// What went wrong although the server accepted the request.
    var failure: CommandError? {
        switch task?.ending {
        case .failed(let report):
            CommandError("task-failed", "The task ended without success\(report.message.map { ": \($0)" } ?? ".")")
        case .timedOut(let report, let limit):
            CommandError(
                "task-timeout",
                "The task is still \(report.state) after \(limit.components.seconds) s, the limit task-timeout.",
                hint: "It may still end; look at it, or wait longer with --task-timeout SECONDS."
            )
        case .left(let report):
            CommandError(
                "interrupted",
                "The task was left \(report.state); how it ends was not awaited.",
                hint: "It goes on by itself. Look at what it should change before you send it again."
            )
        case .lost(_, .endedByRequest(let isGone)):
            CommandError(
                "interrupted",
                "The task was ended on request\(isGone ? "" : ", but the server still shows it").",
                hint: "What it had done by then stays done; look at what it should have changed."
            )
        case .lost(_, let loss):
            CommandError(
                "outcome-unknown",
                "How the task ended cannot be told. \(loss.sentence)",
                hint: "Look at what it should have changed before you send it again."
            )
        default: nil
        }
    }

    func text(_ console: Console) -> String {
        let style = console.style
        let what = "\(style.verb(order.verb.rawValue)) \(LinkSelector(rel: order.link.rel, type: order.link.type))"
        guard let answer else {
            var lines = ["\(style.bold("Would send")) \(what)", "  \(style.dim("to")) \(order.target)"]
            lines += order.headers.map { "  \(style.dim($0.name + ":")) \($0.value)" }
            if let body = order.shownBody {
                lines.append("")
                lines += body.split(separator: "\n").map { "  \($0)" }
            }
            lines += dangers.map { "\(style.yellow("Note:")) \($0)" }
            return lines.joined(separator: "\n")
        }
        var lines = ["\(what)  \(style.green(String(answer.status)))"]
        if let task {
            let report = task.ending.report
            lines.append("task \(report.operation ?? "") \(report.state)\(report.message.map { ": \($0)" } ?? "")")
            for link in task.results {
                lines.append("  → \(LinkSelector(rel: link.rel, type: link.type))\(link.name.map { " ‘\($0)’" } ?? "")")
            }
        } else if let resource = answer.resource {
            lines.append(ResourceText(console: console).show(resource))
        }
        return lines.joined(separator: "\n")
    }

    var json: JSONValue {
        let report = task?.ending.report
        return .members(
            ("verb", .string(order.verb.rawValue)),
            ("rel", .string(order.link.rel.rawValue)),
            ("type", .optional(order.link.type?.rawValue)),
            ("target", .string(order.target)),
            ("headers", .object(order.headers.map { .init($0.name, .string($0.value)) })),
            ("body", .optional(order.shownBody)),
            ("verdict", .optional(order.verdict?.rawValue)),
            ("sent", .boolean(answer != nil)),
            ("status", answer.map { .integer($0.status) } ?? .null),
            (
                "task",
                report.map {
                    .members(
                        ("id", .optional($0.id)),
                        ("operation", .optional($0.operation)),
                        ("state", .string($0.state)),
                        ("success", $0.succeeded.map { .boolean($0) } ?? .null),
                        ("message", .optional($0.message))
                    )
                } ?? .null
            ),
            ("results", .array((task?.results ?? []).map(ResourceJSON.link))),
            ("dangers", .array(dangers.map { .string($0) }))
        )
    }
}
#endif
