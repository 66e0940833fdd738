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

    static func dropTicket(of document: Int64, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM temp.ticket WHERE document = ?").execute(arguments: [document])
    }

    /// Takes tickets for all documents that were found in one that was read again.
    ///
    /// A link is found again by its target, or where a server hands out others every time by its place. Links that
    /// nothing but their targets tells apart get none by their place.
    func renewTickets(of document: WaitingDocument, in root: Resource, depot: LinkDepot) throws {
        var redaction = Redaction()
        redaction.learn(root.representation)
        try queue.write { [redaction] database in
            let renewal = try TicketRenewal(
                database: database,
                document: document.id,
                redaction: redaction,
                depot: depot
            )
            var met: [String: Int] = [:]
            try LinkPlace.visit(root, key: ResourceKey(root: root, place: document.place)) { resource, key in
                let key = redaction.apply(to: key.text)
                let index = met[key, default: 0]
                met[key] = index + 1
                try renewal.renew(linksOf: resource, key: key, index: index)
            }
        }
    }

    /// Where the link stands that leads to a document, in the document in which it was found; nil if that is not known.
    func place(of document: WaitingDocument) throws -> LinkPlace? {
        let row = try queue.read { database in
            try Row.fetchOne(
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
    func hasTaken(_ resource: Resource) throws -> Bool {
        try queue.read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM taken WHERE identity = ?)",
                arguments: [ResourceIdentity(resource).stable]
            ) ?? false
        }
    }
}
#endif
