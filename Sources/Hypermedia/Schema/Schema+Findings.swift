// SPDX-License-Identifier: Apache-2.0

internal import LibXML
internal import XMLSchema

extension Schema {
    /// What libxml2 found, in words a person can act on.
    func report(_ report: SchemaReport) -> Report {
        let diagnoses: [SchemaDiagnosis]
        if let model {
            diagnoses = SchemaDiagnoser(model: model).diagnoses(of: report)
        } else {
            diagnoses = report.findings.map { finding in
                SchemaDiagnosis(
                    code: finding.kind.rawValue,
                    message: Self.isAboutSecret(finding)
                        ? "The value is not allowed here." : Self.plain(finding.message),
                    path: finding.path,
                    line: finding.line > 0 ? finding.line : nil
                )
            }
        }
        return Report(verdict: Self.verdict(report.verdict), findings: diagnoses.map(Self.finding))
    }

    static func verdict(_ verdict: SchemaReport.Verdict) -> Verdict {
        switch verdict {
        case .valid: .valid
        case .invalid: .invalid
        case .noSchema: .noSchema
        }
    }

    static func finding(_ diagnosis: SchemaDiagnosis) -> Finding {
        Finding(
            code: diagnosis.code,
            severity: .error,
            message: diagnosis.message,
            path: diagnosis.path,
            line: diagnosis.line,
            column: diagnosis.column,
            jsonPath: diagnosis.jsonPath,
            allowed: diagnosis.allowed
        )
    }

    private static func isAboutSecret(_ finding: SchemaFinding) -> Bool {
        finding.path.split(separator: "/").last.map { SchemaDiagnoser.isSecret(String($0)) } ?? false
    }

    /// The message without the namespaces in braces, which are the same throughout and hide the names.
    private static func plain(_ message: String) -> String {
        var result = ""
        var rest = Substring(message)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
