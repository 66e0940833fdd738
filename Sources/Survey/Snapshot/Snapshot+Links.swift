// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import Hypermedia
internal import HypermediaClient

/// The links that lead to documents: those of this process as tickets, those of an earlier one by where they stood.
extension Snapshot {
    /// The ticket of the link that leads to a document; nil if this process was handed out none.
    func ticket(of document: Int64) throws -> String? {
        try queue.read { database in
            try String.fetchOne(
                database.cachedStatement(sql: "SELECT text FROM temp.ticket WHERE document = ?"),
                arguments: [document]
            )
        }
    }

    /// Takes tickets for all documents that were found in one that was read again.
    ///
    /// A link is found again by its target, or where a server hands out others every time by its place. Links that
    /// nothing but their targets tells apart get none by their place.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - crawled: what it holds now.
    ///   - child: one of those that were found in it.
    ///   - depot: takes the links.
    /// - Returns: whether the links to all of those have tickets now.
    func renewTickets(
        of document: WaitingDocument,
        in crawled: CrawledDocument,
        besides child: WaitingDocument,
        depot: LinkDepot
    ) throws -> Bool {
        let redaction = crawled.redaction
        return try queue.write { database in
            let renewal = try TicketRenewal(
                database: database,
                document: document.id,
                redaction: redaction,
                depot: depot
            )
            // By their hashes, which take little memory.
            var met: [Int: Int] = [:]
            try LinkPlace.visit(crawled, at: document.place) { contents, key in
                let key = redaction.apply(to: key.text)
                let index = met[key.hashValue, default: 0]
                met[key.hashValue] = index + 1
                try renewal.renew(contents, key: key, index: index)
            }
            return try Snapshot.hasTickets(besides: child, in: database)
        }
    }

    /// Whether the links to all documents that were found in one have tickets, those aside that are not asked for.
    ///
    /// They have numbers one after the other, so that any of them leads to the others.
    private static func hasTickets(besides child: WaitingDocument, in database: Database) throws -> Bool {
        for (side, order) in [(">=", "ASC"), ("<", "DESC")] {
            let found = try Row.fetchCursor(
                database,
                sql: """
                    SELECT document.parent IS ? AS is_sibling,
                        ticket.document IS NOT NULL OR state IN ('left', 'failed') AS is_done
                    FROM document LEFT JOIN temp.ticket ON ticket.document = document.id
                    WHERE id \(side) ? ORDER BY id \(order)
                    """,
                arguments: [child.parent, child.id]
            )
            while let row = try found.next(), row["is_sibling"] {
                guard row["is_done"] else { return false }
            }
        }
        return true
    }

    /// Where the link stands that leads to a document, in the document in which it was found; nil if that is not known.
    func place(of document: WaitingDocument) throws -> LinkPlace? {
        let row = try queue.write { database in
            // Without an index, each would be looked for among all links.
            try LateIndexes.make(in: database)
            return try Row.fetchOne(
                database,
                sql: """
                    SELECT owner.key AS key, link.rel AS rel, link.type AS type, link.name AS name,
                        (SELECT count(*) FROM resource twin WHERE twin.document = owner.document
                            AND twin.key = owner.key AND twin.id < owner.id) AS owner_index,
                        (SELECT count(*) FROM link twin WHERE twin.resource = owner.id AND twin.rel = link.rel
                            AND twin.type IS link.type AND twin.name IS link.name AND twin.id < link.id) AS link_index
                    FROM link JOIN resource owner ON owner.id = link.resource
                    WHERE link.target = ? AND owner.document = ? ORDER BY link.id LIMIT 1
                    """,
                arguments: [document.target, document.parent]
            )
        }
        guard let row else { return nil }
        return LinkPlace(
            owner: row["key"],
            ownerIndex: row["owner_index"],
            rel: row["rel"],
            type: row["type"],
            name: row["name"],
            index: row["link_index"]
        )
    }

    /// Whether a resource was taken apart.
    func hasTaken(_ crawled: CrawledDocument) throws -> Bool {
        try queue.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM taken WHERE identity = ?)",
                arguments: [crawled.identity]
            ) ?? false
        }
    }
}
#endif
