// SPDX-License-Identifier: Apache-2.0

#if Network
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import GRDB
internal import Hypermedia

/// Writes prepared documents within one transaction: it binds and steps.
struct DocumentWriter {
    private let database: Database
    private let update: RowStatement
    private let fail: RowStatement
    private let dropTicket: RowStatement
    private let note: RowStatement
    private let insertResource: RowStatement
    private let insertProperty: RowStatement
    private let insertProperties: RowStatement
    private let insertLink: RowStatement
    private let insertDocument: RowStatement
    private let insertTicket: RowStatement
    private let take: RowStatement

    /// How many rows of `property` one statement writes: what a step costs beside its row is paid once for all of them.
    private static let run = 16

    init(_ database: Database) throws {
        func statement(_ sql: String) throws -> RowStatement { try RowStatement(sql, in: database) }
        self.database = database
        update = try statement(
            """
            UPDATE document SET state = 'read', status = ?, format = ?, milliseconds = ?, size = ?, packed = ?
                WHERE id = ?
            """
        )
        fail = try statement("UPDATE document SET state = 'failed', status = ?, code = ?, message = ? WHERE id = ?")
        dropTicket = try statement("DELETE FROM temp.ticket WHERE document = ?")
        note = try statement("INSERT INTO finding (document, code, path, line, message) VALUES (?, ?, ?, ?, ?)")
        insertResource = try statement(
            """
            INSERT INTO resource (document, parent, key, element, type, uid, name, target)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        let property = "INSERT INTO property (resource, path, ordinal, value) VALUES (?, ?, ?, ?)"
        insertProperty = try statement(property)
        insertProperties = try statement(property + String(repeating: ", (?, ?, ?, ?)", count: DocumentWriter.run - 1))
        insertLink = try statement(
            "INSERT INTO link (resource, rel, type, name, verb, target, origin) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        insertDocument = try statement(
            """
            INSERT OR IGNORE INTO document (target, parent, rel, type, name, path, place, exact, depth, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        insertTicket = try statement("INSERT INTO temp.ticket (document, text) VALUES (?, ?)")
        take = try statement("INSERT OR IGNORE INTO taken (identity) VALUES (?)")
    }

    /// Writes down what came of a document, and which documents its links lead to that are not known yet.
    ///
    /// - Returns: how many more documents are to be read.
    func write(_ prepared: PreparedDocument) throws -> Int {
        let id = prepared.document.id
        try dropTicket.execute { $0.bind(id) }
        for finding in prepared.findings { try write(finding, of: id) }
        switch prepared.outcome {
        case .failed(let error, let status):
            try write(error, status: status, of: id)
            return 0
        case .read(let content):
            try update.execute {
                $0.bind(content.status)
                $0.bind(content.format)
                $0.bind(content.milliseconds)
                $0.bind(content.size)
                $0.bind(Data(content.packed))
                $0.bind(id)
            }
            guard case .crawled = content.resources else { return try write(content.resources, of: prepared.document) }
            return try writeOrFail(content, of: prepared.document)
        }
    }

    /// Writes what is read while it is written; none of it if that fails.
    private func writeOrFail(_ content: PreparedDocument.Content, of document: WaitingDocument) throws -> Int {
        var found = 0
        var failure: SnapshotError?
        try database.inSavepoint {
            do {
                found = try write(content.resources, of: document)
                return .commit
            } catch let error as SnapshotError {
                failure = error
                return .rollback
            }
        }
        guard let failure else { return found }
        let failed = PreparedDocument(failure: failure, status: content.status, for: document)
        for finding in failed.findings { try write(finding, of: document.id) }
        try write(failure, status: content.status, of: document.id)
        return 0
    }

    private func write(_ finding: PreparedDocument.Note, of document: Int64) throws {
        try note.execute {
            $0.bind(document)
            $0.bind(finding.code)
            $0.bind(finding.path)
            $0.bind(finding.line)
            $0.bind(finding.message)
        }
    }

    private func write(_ error: any ActionableError, status: Int?, of document: Int64) throws {
        try fail.execute {
            $0.bind(status)
            $0.bind(error.code.rawValue)
            $0.bind(error.message)
            $0.bind(document)
        }
    }

    private func write(_ resources: PreparedDocument.Resources, of document: WaitingDocument) throws -> Int {
        var found = 0
        // What the next resource may stand in: its number, and whether its links are followed.
        var around: [(id: Int64, isFollowed: Bool)] = []
        try resources.forEach { resource in
            around.removeLast(around.count - resource.depth)
            try insertResource.execute {
                $0.bind(document.id)
                $0.bind(around.last?.id)
                $0.bind(resource.key)
                $0.bind(resource.element)
                $0.bind(resource.type)
                $0.bind(resource.uid)
                $0.bind(resource.name)
                $0.bind(resource.target)
            }
            let id = database.lastInsertedRowID
            try write(resource.properties, of: id)
            // Where hrefs are new every time, what is the same resource is taken apart once.
            var isFollowed = resource.mayFollow && around.last?.isFollowed ?? true
            if isFollowed {
                try take.execute { $0.bind(resource.identity) }
                isFollowed = database.changesCount > 0
            }
            for link in resource.links where try write(link, of: id, in: document, isFollowed: isFollowed) {
                found += 1
            }
            around.append((id, isFollowed))
        }
        return found
    }

    private func write(_ properties: [PreparedResource.Property], of resource: Int64) throws {
        var rest = properties[...]
        while !rest.isEmpty {
            let isRun = rest.count >= DocumentWriter.run
            let some = rest.prefix(isRun ? DocumentWriter.run : 1)
            rest = rest.dropFirst(some.count)
            try (isRun ? insertProperties : insertProperty).execute { row in
                for property in some {
                    row.bind(resource)
                    row.bind(property.path)
                    row.bind(property.ordinal)
                    row.bind(property.value)
                }
            }
        }
    }

    /// Returns whether a document was found that is to be read.
    private func write(
        _ link: PreparedResource.Link,
        of resource: Int64,
        in document: WaitingDocument,
        isFollowed: Bool
    ) throws -> Bool {
        try insertLink.execute {
            $0.bind(resource)
            $0.bind(link.rel)
            $0.bind(link.type)
            $0.bind(link.name)
            $0.bind(link.verb)
            $0.bind(link.target)
            $0.bind(link.origin)
        }
        guard isFollowed, let goal = link.goal else { return false }
        try insertDocument.execute {
            $0.bind(link.target)
            $0.bind(document.id)
            $0.bind(link.rel)
            $0.bind(link.type)
            $0.bind(link.name)
            $0.bind(goal.path)
            $0.bind(goal.place)
            $0.bind(goal.isExact ? 1 : 0)
            $0.bind(document.depth + 1)
            $0.bind(goal.state.rawValue)
        }
        guard goal.state == .waiting, database.changesCount > 0 else { return false }
        if let ticket = goal.ticket {
            let id = database.lastInsertedRowID
            try insertTicket.execute {
                $0.bind(id)
                $0.bind(ticket)
            }
        }
        return true
    }
}
#endif
