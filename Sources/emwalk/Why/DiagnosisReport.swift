// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// The answer to `emwalk why`: the causes, the likeliest first, what was seen, and what to type now.
struct DiagnosisReport {
    private let diagnosis: Diagnosis
    private let command: TypedCommand

    init(_ diagnosis: Diagnosis, command: TypedCommand) {
        self.diagnosis = diagnosis
        self.command = command
    }

    func text(_ console: Console) -> String {
        let style = console.style
        var lines = [style.bold(diagnosis.sentence)]
        for (index, cause) in diagnosis.causes.enumerated() {
            let certainty =
                switch cause.certainty {
                case .certain: style.green(cause.certainty.word)
                case .likely: style.yellow(cause.certainty.word)
                case .possible: style.dim(cause.certainty.word)
                }
            lines += ["", "\(index + 1)  \(certainty)  \(cause.sentence)  \(style.dim("[\(cause.kind)]"))"]
            for evidence in cause.evidence {
                lines.append("   \(style.dim("seen"))   \(evidence.sentence)\(place(evidence, style))")
            }
            if let source = cause.source { lines.append("   \(style.dim("source")) \(source)") }
            for remedy in cause.remedies {
                let typed = command.line(remedy).map { "  \(style.cyan($0))" } ?? ""
                lines.append("   \(style.dim("now"))    \(remedy.sentence)\(typed)")
            }
        }
        if diagnosis.causes.isEmpty, diagnosis.finding == .offered {
            let look = Remedy.preview(of: diagnosis.path)
            lines.append("   \(style.dim("now"))    \(look.sentence)  \(style.cyan(command.line(look) ?? ""))")
        }
        return lines.joined(separator: "\n")
    }

    private func place(_ evidence: Evidence, _ style: Style) -> String {
        guard let path = evidence.path else { return "" }
        return style.dim(path.steps.isEmpty ? "  at the session" : "  at \(path)")
    }

    var json: JSONValue {
        .members(
            ("path", .string(diagnosis.path.description)),
            ("finding", .string(diagnosis.finding.rawValue)),
            ("sentence", .string(diagnosis.sentence)),
            ("causes", .array(diagnosis.causes.map(json)))
        )
    }

    private func json(_ cause: Cause) -> JSONValue {
        .members(
            ("kind", .string(cause.kind.rawValue)),
            ("certainty", .string(cause.certainty.word)),
            ("sentence", .string(cause.sentence)),
            ("evidence", .array(cause.evidence.map(\.json))),
            ("source", .optional(cause.source)),
            (
                "remedies",
                .array(
                    cause.remedies.map { remedy in
                        .members(
                            ("sentence", .string(remedy.sentence)),
                            ("path", .optional(remedy.path?.description)),
                            ("command", .optional(command.line(remedy)))
                        )
                    }
                )
            )
        )
    }
}
#endif
