// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Survey

/// Tells what is different between two snapshots.
struct DiffText {
    let console: Console

    func describe(_ diff: SnapshotDiff) -> String {
        guard !diff.isEmpty else { return "Nothing is different." }
        var lines: [String] = []
        lines += section("gone", diff.gone.map { "\(console.style.red("-")) \(name($0))" })
        lines += section("new", diff.new.map { "\(console.style.green("+")) \(name($0))" })
        var changed: [String] = []
        var last: SnapshotDiff.Entry?
        for change in diff.changed {
            if change.resource != last { changed.append("  \(name(change.resource))") }
            last = change.resource
            changed.append("      \(change.property): \(value(change.before)) → \(value(change.after))")
        }
        lines += section("changed", changed)
        lines += section("links gained", diff.linksGained.map { "\(console.style.green("+")) \(link($0))" })
        lines += section("links lost", diff.linksLost.map { "\(console.style.red("-")) \(link($0))" })
        lines.append(
            "\(diff.gone.count) gone, \(diff.new.count) new, \(diff.changed.count) values changed, "
                + "\(diff.linksGained.count) links gained, \(diff.linksLost.count) lost"
        )
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : [console.style.bold(title)] + lines + [""]
    }

    private func name(_ entry: SnapshotDiff.Entry) -> String {
        guard let name = entry.name, !name.isEmpty else { return PlainText.oneLine(entry.key) }
        return "\(entry.kind) ‘\(PlainText.oneLine(name))’"
    }

    private func link(_ change: SnapshotDiff.LinkChange) -> String {
        let name = change.name.map { " ‘\(PlainText.oneLine($0))’" } ?? ""
        return "\(change.rel)\(change.type.map { ":\($0)" } ?? "")\(name) of \(self.name(change.resource))"
    }

    private func value(_ text: String?) -> String { text.map { "‘\(PlainText.oneLine($0))’" } ?? "nothing" }

    /// A row for each difference: what it is, of what, and the values.
    static func rows(_ diff: SnapshotDiff) -> JSONValue {
        func row(
            _ difference: String,
            _ entry: SnapshotDiff.Entry,
            link: SnapshotDiff.LinkChange? = nil,
            change: SnapshotDiff.Change? = nil
        ) -> JSONValue {
            .members(
                ("difference", .string(difference)),
                ("kind", .string(entry.kind)),
                ("name", .optional(entry.name)),
                ("key", .string(entry.key)),
                ("property", .optional(change?.property)),
                ("before", .optional(change?.before)),
                ("after", .optional(change?.after)),
                ("rel", .optional(link?.rel)),
                ("type", .optional(link?.type)),
                ("linkName", .optional(link?.name))
            )
        }
        return .array(
            diff.gone.map { row("gone", $0) } + diff.new.map { row("new", $0) }
                + diff.changed.map { row("changed", $0.resource, change: $0) }
                + diff.linksGained.map { row("link gained", $0.resource, link: $0) }
                + diff.linksLost.map { row("link lost", $0.resource, link: $0) }
        )
    }

    static func json(_ diff: SnapshotDiff) -> JSONValue {
        func members(_ entry: SnapshotDiff.Entry) -> [JSONValue.Member] {
            [
                .init("key", .string(entry.key)), .init("kind", .string(entry.kind)),
                .init("name", .optional(entry.name)),
            ]
        }
        func link(_ change: SnapshotDiff.LinkChange) -> JSONValue {
            .object(
                members(change.resource) + [
                    .init("rel", .string(change.rel)), .init("type", .optional(change.type)),
                    .init("linkName", .optional(change.name)),
                ]
            )
        }
        return .members(
            ("gone", .array(diff.gone.map { .object(members($0)) })),
            ("new", .array(diff.new.map { .object(members($0)) })),
            (
                "changed",
                .array(
                    diff.changed.map { change in
                        .object(
                            members(change.resource) + [
                                .init("property", .string(change.property)),
                                .init("before", .optional(change.before)), .init("after", .optional(change.after)),
                            ]
                        )
                    }
                )
            ),
            ("linksGained", .array(diff.linksGained.map(link))),
            ("linksLost", .array(diff.linksLost.map(link)))
        )
    }
}
#endif
