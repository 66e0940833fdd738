// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// Verdicts as a JUnit file, which build servers show.
struct JUnitReport {
    /// One document: its name, what is wrong with it, and whether it could be read at all.
    struct Case {
        let name: String
        let findings: [String]
        let verdict: String
    }

    private let cases: [Case]

    init(_ cases: [Case]) { self.cases = cases }

    func write(to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw CommandError("bad-file", "The report ‘\(path)’ cannot be written.")
        }
    }

    var text: String {
        let failures = cases.count { $0.verdict == "invalid" }
        let errors = cases.count { $0.verdict == "unreadable" }
        let skipped = cases.count { $0.verdict == "no-schema" }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            "<testsuite name=\"emwalk validate\" tests=\"\(cases.count)\" failures=\"\(failures)\" "
                + "errors=\"\(errors)\" skipped=\"\(skipped)\">",
        ]
        for one in cases {
            let open = "  <testcase classname=\"emwalk.validate\" name=\"\(escape(one.name))\""
            let details = escape(one.findings.joined(separator: "\n"))
            let message = escape(one.findings.first ?? "")
            switch one.verdict {
            case "valid": lines.append(open + "/>")
            case "no-schema":
                lines.append(open + "><skipped message=\"no schema for its root element\"/></testcase>")
            default:
                let element = one.verdict == "invalid" ? "failure" : "error"
                lines.append(
                    open
                        + "><\(element) type=\"\(one.verdict)\" message=\"\(message)\">\(details)</\(element)></testcase>"
                )
            }
        }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    /// Characters that XML cannot hold are left out.
    private func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                result.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return result
    }
}
#endif
