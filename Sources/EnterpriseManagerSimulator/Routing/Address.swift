// SPDX-License-Identifier: Apache-2.0

/// Where a resource of the simulator lies; the only place that knows how its URLs begin.
struct Address: Hashable, Sendable {
    /// The path and query below the entry, without a slash at the start.
    let tail: String

    init(_ tail: String) { self.tail = tail }

    /// The entry document [resource_urls].
    static let entry = Address("")
    /// The path of the entry document, as clients are given it.
    static let entryPath = "/api/"
    /// Where decoy links lead.
    static func trap(_ number: Int) -> Address { Address("trap/\(number)") }

    /// The same resource in its entity representation, whose href contains the parameter [jobs_id].
    var entity: Address { Address(tail + "?format=Entity") }

    /// The same with parameters added, and replaced where they are there already.
    func with(query: Substring) -> Address {
        let parts = tail.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = parts.count > 1 ? Query(parts[1]).text(without: Query(query).names) : ""
        return Address("\(parts[0])?\(kept)\(kept.isEmpty ? "" : "&")\(query)")
    }

    /// The path with query that stands behind the origin.
    var path: String { Address.entryPath + tail }

    /// The address of a path with query, or nil if it lies elsewhere; a missing last slash is forgiven.
    init?(path: String) {
        let root = Address.entryPath.dropLast()
        guard path.count >= root.count, path.prefix(root.count).lowercased() == root else { return nil }
        let rest = path.dropFirst(root.count)
        guard let first = rest.first else {
            self = .entry
            return
        }
        guard first == "/" || first == "?" else { return nil }
        self.init(String(first == "/" ? rest.dropFirst() : rest))
    }
}

extension Address {
    /// The first segment, lower-cased.
    private var family: String { String(tail.lowercased().prefix { $0 != "/" && $0 != "?" }) }

    /// Whether a decoy link leads here.
    var isTrap: Bool { family == Traps.path }
    /// Whether this opens or ends logon sessions, whose ids are secrets.
    var isAboutLogon: Bool { family == "sessionmngr" || family == "logonsessions" }
}
