// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Everything that was looked at.
struct DoctorReport: Sendable {
    var checks: [DoctorCheck] = []

    /// Whether there is anything to do.
    var hasFindings: Bool { checks.contains { $0.verdict == .problem || $0.verdict == .warning } }

    var json: JSONValue {
        .members(
            ("verdict", .string(hasFindings ? "findings" : "good")),
            ("checks", .array(checks.map(\.json)))
        )
    }

    func text(_ console: Console) -> String {
        let style = console.style
        let width = checks.map(\.name.count).max() ?? 0
        var lines: [String] = []
        for check in checks {
            let mark =
                switch check.verdict {
                case .good: style.green("ok  ")
                case .warning: style.yellow("warn")
                case .problem: style.red("FAIL")
                case .skipped: style.dim("–   ")
                }
            let name = check.name + String(repeating: " ", count: width - check.name.count)
            lines.append("\(mark)  \(style.bold(name))  \(PlainText.oneLine(check.finding))")
            if let advice = check.advice {
                lines.append(String(repeating: " ", count: width + 8) + style.cyan("→ \(PlainText.oneLine(advice))"))
            }
        }
        return lines.joined(separator: "\n")
    }
}
#endif
