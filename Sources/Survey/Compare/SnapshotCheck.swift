// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
public import Hypermedia

/// Holds the documents of a snapshot to the rules of a hypermedia API; sends nothing.
public struct SnapshotCheck: Sendable {
    private let snapshot: Snapshot
    private let profile: Profile
    private let schema: Schema?
    private let suppressed: [CheckSuppression]

    /// A check.
    ///
    /// - Parameters:
    ///   - snapshot: what a crawl saw.
    ///   - profile: what is true of the API.
    ///   - schema: what documents are validated against; nil to leave that out.
    ///   - suppressed: what is known and not to be reported.
    public init(_ snapshot: Snapshot, profile: Profile, schema: Schema?, suppressed: [CheckSuppression] = []) {
        self.snapshot = snapshot
        self.profile = profile
        self.schema = schema
        self.suppressed = suppressed
    }

    /// Where rules do not hold: by rule, in the order of ``CheckRule/all``, then by path, then by message.
    ///
    /// Two crawls of one server meet its documents in another order; what they tell can be compared line by line.
    ///
    /// - Parameter other: a snapshot of the same server in the other format, to compare with; nil to leave that out.
    /// - Throws: ``SnapshotError`` if a snapshot is damaged.
    public func run(against other: Snapshot? = nil) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for query in CheckQuery.all(of: profile) { findings += try rows(of: query) }
        findings += try mismatches()
        if let schema { findings += try invalid(by: schema) }
        if let other { findings += try differences(to: other) }
        return findings.filter { finding in !suppressed.contains { $0.covers(finding) } }.sorted()
    }

    private func rows(of query: CheckQuery) throws -> [CheckFinding] {
        try snapshot.queue.read { database in
            try Row.fetchAll(database, sql: query.sql, arguments: query.arguments).map {
                CheckFinding(rule: query.rule, path: $0["path"], message: $0["message"])
            }
        }
    }

    private func mismatches() throws -> [CheckFinding] {
        try snapshot.queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT document.path AS path, document.type AS type, root.element AS element
                    FROM document JOIN resource root ON root.document = document.id AND root.parent IS NULL
                    WHERE document.type IS NOT NULL AND document.type <> '' ORDER BY document.id
                    """
            ).compactMap { row in
                let type: String = row["type"]
                let element: String = row["element"]
                guard !profile.types.allows(element, for: LinkType(type)) else { return nil }
                let promised = profile.types.elements(for: LinkType(type)).joined(separator: " or ")
                return CheckFinding(
                    rule: .typeMismatch,
                    path: row["path"],
                    message: "The link is typed \(type), which promises \(promised); it leads to \(element)."
                )
            }
        }
    }

    /// One document after the other, so that memory stays flat.
    private func invalid(by schema: Schema) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for document in try snapshot.documents() where document.state == .read {
            guard let bytes = try snapshot.bytes(of: document.id), !bytes.isEmpty else { continue }
            let format = document.format.flatMap { DocumentFormat(rawValue: $0) } ?? .xml
            do {
                let report = try schema.validate(bytes, format: format, profile: profile)
                guard report.verdict == .invalid else { continue }
                findings += report.findings.map {
                    CheckFinding(rule: .schema, path: document.path, message: "\($0.path): \($0.message)")
                }
            } catch {
                findings.append(
                    CheckFinding(rule: .schema, path: document.path, message: "It cannot be read: \(error)")
                )
            }
        }
        return findings
    }

    private func differences(to other: Snapshot) throws -> [CheckFinding] {
        let diff = try snapshot.diff(to: other)
        func finding(_ key: String, _ message: String) -> CheckFinding {
            CheckFinding(rule: .formatsDiffer, path: key, message: message)
        }
        return diff.gone.map { finding($0.key, "It is missing in the other snapshot.") }
            + diff.new.map { finding($0.key, "Only the other snapshot has it.") }
            + diff.changed.map {
                let before = $0.before.map { "‘\($0)’" } ?? "nothing"
                let after = $0.after.map { "‘\($0)’" } ?? "nothing"
                return finding($0.resource.key, "\($0.property) is \(before) here and \(after) there.")
            }
            + diff.linksLost.map { finding($0.resource.key, "The link \($0.rel):\($0.type ?? "") is missing there.") }
            + diff.linksGained.map { finding($0.resource.key, "The link \($0.rel):\($0.type ?? "") is only there.") }
    }
}
#endif
