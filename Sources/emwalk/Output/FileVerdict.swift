// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import NodeStore
internal import XMLSchema

/// What a schema says of one file.
struct FileVerdict {
    /// The verdict, or that there could be none.
    enum Status: String {
        case valid
        case noSchema = "no-schema"
        case invalid
        case unreadable

        /// The higher one decides how the command ends.
        var rank: Int {
            switch self {
            case .valid: 0
            case .noSchema: 1
            case .invalid: 2
            case .unreadable: 3
            }
        }

        var exit: ExitStatus? {
            switch self {
            case .valid, .noSchema: nil
            case .invalid: .findings
            case .unreadable: .unusable
            }
        }
    }

    let file: String
    let status: Status
    let findings: [Finding]

    init(_ file: String, bytes: [UInt8], schema: Schema, root: String?, version: SchemaVersion?) {
        self.file = file
        let format = DocumentFormat.sniff(bytes.prefix(64))
        do {
            let report = try schema.validate(
                bytes,
                format: format,
                root: root,
                profile: .enterpriseManager,
                version: version
            )
            findings = report.findings
            switch report.verdict {
            case .valid: status = .valid
            case .noSchema: status = .noSchema
            default: status = .invalid
            }
        } catch {
            status = .unreadable
            findings = [
                Finding(
                    code: "unreadable",
                    severity: .error,
                    message: error.message,
                    line: error.line,
                    column: error.column
                )
            ]
        }
    }

    func text(_ style: Style) -> String {
        let verdict =
            switch status {
            case .valid: style.green("valid")
            case .invalid: style.red("invalid")
            case .unreadable: style.red("unreadable")
            case .noSchema: style.yellow("no schema for its root element")
            }
        return (["\(file)  \(verdict)"] + findings.map { "  " + FindingLine($0).text(style) }).joined(separator: "\n")
    }

    var json: JSONValue {
        .members(
            ("file", .string(file)),
            ("verdict", .string(status.rawValue)),
            ("findings", .array(findings.map(ResourceJSON.finding)))
        )
    }

    var junit: JUnitReport.Case {
        let plain = Style(isOn: false)
        return JUnitReport.Case(
            name: file,
            findings: findings.map { FindingLine($0).text(plain) },
            verdict: status.rawValue
        )
    }
}
#endif
