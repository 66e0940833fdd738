// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// A finding on one line: where, what, and what would have been allowed.
struct FindingLine {
    private let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    func text(_ style: Style) -> String {
        var parts: [String] = []
        if let line = finding.line { parts.append("line \(line)") }
        let path = finding.jsonPath ?? finding.path
        if !path.isEmpty { parts.append(style.cyan(path)) }
        parts.append("\(finding.message) \(style.dim("[\(finding.code)]"))")
        return parts.joined(separator: "  ")
    }
}
#endif
