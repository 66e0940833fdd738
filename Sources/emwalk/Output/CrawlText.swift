// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Survey

/// Tells what a crawl brought.
struct CrawlText {
    let console: Console

    func describe(_ summary: SnapshotSummary, file: String, unread: [(type: String, count: Int)]) -> String {
        var lines = [
            "\(summary.read) documents with \(summary.resources) resources and \(summary.links) links in ‘\(file)’"
        ]
        if summary.failed > 0 {
            let check = "emwalk check \(file)"
            lines.append("\(summary.failed) could not be had: \(console.asTyped(check))")
        }
        if summary.waiting > 0 {
            lines.append("\(summary.waiting) still wait: the same command goes on with them")
        }
        if summary.left > 0 { lines.append("\(summary.left) were left alone by a limit") }
        if !unread.isEmpty {
            var table = TextTable("documents", "type")
            table.rightAligned = [0]
            table.rows = unread.map { ["\($0.count)", $0.type.isEmpty ? "–" : $0.type] }
            lines.append("")
            lines.append("At least \(unread.map(\.count).reduce(0, +)) more requests, each of which may lead to more:")
            lines.append(table.text(console))
        }
        return lines.joined(separator: "\n")
    }

    static func json(_ summary: SnapshotSummary, file: String, unread: [(type: String, count: Int)]) -> JSONValue {
        .members(
            ("file", .string(file)),
            ("read", .integer(summary.read)),
            ("failed", .integer(summary.failed)),
            ("waiting", .integer(summary.waiting)),
            ("left", .integer(summary.left)),
            ("resources", .integer(summary.resources)),
            ("links", .integer(summary.links)),
            ("findings", .integer(summary.findings)),
            ("complete", .boolean(summary.isComplete)),
            (
                "unread",
                .array(unread.map { .members(("type", .string($0.type)), ("documents", .integer($0.count))) })
            )
        )
    }
}
#endif
