// SPDX-License-Identifier: Apache-2.0

/// Where a resource of the simulator lies; the only place that knows how its URLs begin.
struct Address: Hashable, Sendable {
    /// The path and query below the entry, in UTF-8: a page of hrefs is written of them without making a text.
    private let bytes: [UInt8]
    /// Whether ``entitySuffix`` stands behind them.
    private let isEntity: Bool
    /// Whether no format has to escape anything in it, since it is made of ids and known words.
    let isPlain: Bool

    private static let entitySuffix = Array("?format=Entity".utf8)

    init(_ tail: String) { self.init(bytes: Array(tail.utf8)) }

    /// What lies at an id, or a part or an action of it.
    init(_ path: String, _ id: GUID, part: String = "", action: String = "") {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(path.utf8.count + 46 + part.utf8.count + action.utf8.count)
        bytes.append(contentsOf: path.utf8)
        bytes.append(UInt8(ascii: "/"))
        id.write(to: &bytes)
        if !part.isEmpty {
            bytes.append(UInt8(ascii: "/"))
            bytes.append(contentsOf: part.utf8)
        }
        if !action.isEmpty {
            bytes.append(contentsOf: "?action=".utf8)
            bytes.append(contentsOf: action.utf8)
        }
        self.init(bytes: bytes, isPlain: true)
    }

    init(bytes: [UInt8], isPlain: Bool = false) {
        self.bytes = bytes
        self.isPlain = isPlain
        isEntity = false
    }

    private init(entityOf address: Address) {
        bytes = address.bytes
        isPlain = address.isPlain
        isEntity = true
    }

    /// The path and query below the entry, without a slash at the start.
    var tail: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return isEntity ? text + "?format=Entity" : text
    }

    /// Appends the path and query below the entry.
    func write(to output: inout [UInt8]) {
        output.append(contentsOf: bytes)
        if isEntity { output.append(contentsOf: Address.entitySuffix) }
    }

    static func == (left: Address, right: Address) -> Bool { left.tail == right.tail }
    func hash(into hasher: inout Hasher) { hasher.combine(tail) }

    /// The entry document [resource_urls].
    static let entry = Address("")
    /// The path of the entry document, as clients are given it.
    static let entryPath = "/api/"
    /// Where decoy links lead.
    static func trap(_ number: Int) -> Address { Address("trap/\(number)") }

    /// The same resource in its entity representation, whose href contains the parameter [jobs_id].
    var entity: Address { isEntity ? self : Address(entityOf: self) }

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
