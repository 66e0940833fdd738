// SPDX-License-Identifier: Apache-2.0

/// A field that queries of one type may filter and sort by [query parameters of the pages get_query_TYPE].
struct QueryField: Sendable {
    /// How values are compared.
    enum Kind: Sendable {
        /// Without case (inferred: the guide compares names and types in any case).
        case text
        case number
        case flag
        /// As points in time, which filters spell as UTC text [get_query_backupjobsession].
        case date
        /// By the order in which the guide lists the values: Success, Warning, Failed [query_comparison].
        case words([String])
    }

    let name: String
    let kind: Kind
    /// The member that holds the value; not always the name of the field.
    let member: String

    private init(_ name: String, _ kind: Kind, from member: String?) {
        self.name = name
        self.kind = kind
        self.member = member ?? name
    }

    static func text(_ name: String, from member: String? = nil) -> QueryField {
        QueryField(name, .text, from: member)
    }
    static func number(_ name: String, from member: String? = nil) -> QueryField {
        QueryField(name, .number, from: member)
    }
    static func flag(_ name: String, from member: String? = nil) -> QueryField {
        QueryField(name, .flag, from: member)
    }
    static func date(_ name: String, from member: String? = nil) -> QueryField {
        QueryField(name, .date, from: member)
    }
    static func words(_ name: String, _ words: [String], from member: String? = nil) -> QueryField {
        QueryField(name, .words(words), from: member)
    }

    /// Reads a value of a filter.
    ///
    /// - Throws: 400 for one that the field cannot have.
    func value(_ text: String) throws(Refusal) -> QueryValue {
        if let value = read(text) { return value }
        let expected =
            switch kind {
            case .text: "text"
            case .number: "a number"
            case .flag: "True or False"
            case .date: "a date such as \"2026-01-15T22:00:00Z\""
            case .words(let words): words.joined(separator: ", ")
            }
        throw Refusal(400, "Filter is invalid: \(name) is compared with \(expected), not with \"\(text)\"")
    }

    /// The value of a resource, or nil if it has none.
    func value(of row: QueryRow) -> QueryValue? {
        row.value(of: member).map { read($0) ?? .text($0.lowercased()) }
    }

    private func read(_ text: String) -> QueryValue? {
        switch kind {
        case .text: .text(text.lowercased())
        case .number: Double(text).map { .number($0) }
        case .flag:
            switch text.lowercased() {
            case "true", "1": .number(1)
            case "false", "0": .number(0)
            default: nil
            }
        case .date: Timestamp(reading: text).map { .number(Double($0.milliseconds)) }
        case .words(let words):
            words.firstIndex { $0.lowercased() == text.lowercased() }.map { .number(Double($0)) }
        }
    }
}

extension [QueryField] {
    /// What queries of most types know.
    static let identity: [QueryField] = [.text("UID"), .text("Name")]
    /// The backup server that a resource belongs to.
    static let server: [QueryField] = [.text("BackupServerUid"), .text("BackupServerName")]
    /// Where a machine's point stands.
    static let points: [QueryField] = [.date("CreationTime", from: "CreationTimeUTC")]
    /// Beginning, end and result of sessions.
    static func session(states: [String]) -> [QueryField] {
        [
            .date("CreationTime", from: "CreationTimeUTC"), .date("EndTime", from: "EndTimeUTC"),
            .words("State", states),
            // While a session works its result is None [get_query_cdpreplicasession].
            .words("Result", ["None", "Success", "Warning", "Failed"]),
        ]
    }
}
