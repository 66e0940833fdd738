// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import EnterpriseManager
internal import Hypermedia
internal import Survey

/// `emwalk check`: whether what a crawl saw holds together.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the documents of a snapshot to the rules of the API.",
        discussion: """
            Rules, each with its reason:

            \(CheckRule.all.map { "  \($0.rule.rawValue): \($0.reason)" }.joined(separator: "\n"))

            --ignore RULE or RULE@PATH leaves out what is known. Exits with 8 if anything is found.
            """
    )

    @Argument(help: ArgumentHelp("A snapshot that emwalk crawl made.", valueName: "snapshot"), completion: .file())
    var snapshot: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A snapshot of the same server in the other format, to compare with.",
            valueName: "snapshot"
        ),
        completion: .file()
    )
    var against: String?

    @Option(
        name: .long,
        help: ArgumentHelp("What is known and not to be told, such as unknown-rel; may be repeated.", valueName: "rule")
    )
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Another schema than that of emwalk.", valueName: "xsd"))
    var schema: String?

    @OptionGroup var output: DocumentOptions

    func run() throws {
        let console = Console()
        let suppressed = try ignore.map { text in
            guard let suppression = CheckSuppression(text) else {
                throw CommandError(
                    "usage",
                    "‘\(text)’ is no rule.",
                    hint: "Rules are: \(CheckRule.all.map(\.rule.rawValue).joined(separator: ", "))."
                )
            }
            return suppression
        }
        let check = SnapshotCheck(
            try Snapshot(opening: snapshot),
            profile: .enterpriseManager,
            schema: try SchemaArgument.read(schema),
            suppressed: suppressed
        )
        let findings = try check.run(against: try against.map { try Snapshot(opening: $0) })
        try output.write(.array(findings.map(CheckCommand.json)), to: console) {
            guard !findings.isEmpty else { return "Every rule holds." }
            let lines = findings.flatMap { finding in
                ["\(console.style.yellow(finding.rule.rawValue))  \(finding.path)"]
                    + Prose.lines(finding.message, width: console.width, indent: 4)
            }
            let counts = Dictionary(grouping: findings, by: \.rule.rawValue).sorted { $0.key < $1.key }
                .map { "\($0.value.count) \($0.key)" }
            return (lines + [counts.joined(separator: ", ")]).joined(separator: "\n")
        }
        if !findings.isEmpty { throw Finished(status: .findings) }
    }

    private static func json(_ finding: CheckFinding) -> JSONValue {
        .members(
            ("rule", .string(finding.rule.rawValue)),
            ("reason", .optional(finding.rule.reason)),
            ("path", .string(finding.path)),
            ("message", .string(finding.message))
        )
    }
}
#endif
