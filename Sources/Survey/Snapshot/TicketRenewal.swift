// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia
internal import HypermediaClient

/// Takes new tickets for the documents to which the links of a document lead that was read again.
struct TicketRenewal {
    private let database: Database
    private let document: Int64
    private let redaction: Redaction
    private let depot: LinkDepot
    private let byTarget: Statement
    private let byPlace: Statement
    private let owner: Statement
    private let insert: Statement

    init(database: Database, document: Int64, redaction: Redaction, depot: LinkDepot) throws {
        self.database = database
        self.document = document
        self.redaction = redaction
        self.depot = depot
        byTarget = try database.cachedStatement(sql: "SELECT id, parent IS ? AS is_ours FROM document WHERE target = ?")
        owner = try database.cachedStatement(
            sql: "SELECT id FROM resource WHERE key = ? AND document = ? ORDER BY id LIMIT 1 OFFSET ?"
        )
        // Two rows tell that the place is not that of one link alone.
        byPlace = try database.cachedStatement(
            sql: """
                SELECT goal.id FROM link LEFT JOIN document goal ON goal.target = link.target AND goal.parent = ?
                WHERE link.resource = ? AND link.rel = ? AND link.type IS ? AND link.name IS ? LIMIT 2
                """
        )
        insert = try database.cachedStatement(sql: "INSERT OR REPLACE INTO temp.ticket (document, text) VALUES (?, ?)")
    }

    /// - Parameters:
    ///   - contents: a resource of the document that was read again.
    ///   - key: its ``ResourceKey``.
    ///   - index: how many of the same key come before it.
    func renew(_ contents: ResourceContents, key: String, index: Int) throws {
        var stored: Int64??
        for element in contents.links.elements where !element.isSecret && element.link.verb == .get {
            let link = element.link
            let target = redaction.apply(to: link.href.requestTarget ?? link.href.text)
            if let known = try Row.fetchOne(byTarget, arguments: [document, target]) {
                // One that was found elsewhere first is found again from there.
                if known["is_ours"] { try put(link, known["id"]) }
                continue
            }
            if stored == nil {
                // Found by key: without an index, each would be looked for among all.
                try LateIndexes.make(in: database)
                stored = .some(try Int64.fetchOne(owner, arguments: [key, document, index]))
            }
            guard case .some(.some(let owner)) = stored else { continue }
            let arguments: StatementArguments = [document, owner, link.rel.rawValue, link.type?.rawValue, link.name]
            let goals = try Optional<Int64>.fetchAll(byPlace, arguments: arguments)
            if goals.count == 1, let goal = goals[0] { try put(link, goal) }
        }
    }

    private func put(_ link: Link, _ document: Int64) throws {
        guard let ticket = depot.deposit(link) else { return }
        try insert.execute(arguments: [document, ticket])
    }
}
#endif
