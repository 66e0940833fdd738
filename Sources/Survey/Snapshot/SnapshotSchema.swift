// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB

/// The tables of a snapshot; their meaning is documented for whoever asks them by SQL (<doc:Snapshots>).
enum SnapshotSchema {
    /// The version that `meta.format` holds.
    static let version = 1

    static func migrate(_ queue: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("snapshot-1") { database in try database.execute(sql: first) }
        try migrator.migrate(queue)
    }

    /// What only the process that crawls can use, and what goes with it: the links that lead to documents.
    static func prepare(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(
                sql: "CREATE TEMP TABLE IF NOT EXISTS ticket (document INTEGER PRIMARY KEY, text TEXT NOT NULL)"
            )
        }
    }

    private static let first = """
        CREATE TABLE meta (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            target TEXT NOT NULL UNIQUE,
            parent INTEGER REFERENCES document (id),
            rel TEXT,
            type TEXT,
            name TEXT,
            path TEXT NOT NULL,
            place TEXT,
            exact INTEGER NOT NULL,
            depth INTEGER NOT NULL,
            state TEXT NOT NULL,
            status INTEGER,
            code TEXT,
            message TEXT,
            format TEXT,
            milliseconds INTEGER,
            size INTEGER,
            packed BLOB
        );
        CREATE INDEX document_state ON document (state, id);

        CREATE TABLE resource (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES document (id),
            parent INTEGER REFERENCES resource (id),
            key TEXT NOT NULL,
            element TEXT NOT NULL,
            type TEXT,
            uid TEXT,
            name TEXT,
            target TEXT
        );
        CREATE INDEX resource_document ON resource (document);
        CREATE INDEX resource_key ON resource (key);
        CREATE INDEX resource_uid ON resource (uid, type);

        CREATE TABLE property (
            resource INTEGER NOT NULL REFERENCES resource (id),
            path TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (resource, path, ordinal)
        ) WITHOUT ROWID;

        CREATE TABLE link (
            id INTEGER PRIMARY KEY,
            resource INTEGER NOT NULL REFERENCES resource (id),
            rel TEXT NOT NULL,
            type TEXT,
            name TEXT,
            verb TEXT,
            target TEXT NOT NULL,
            origin TEXT
        );
        CREATE INDEX link_resource ON link (resource);
        CREATE INDEX link_target ON link (target);

        CREATE TABLE finding (
            document INTEGER NOT NULL REFERENCES document (id),
            code TEXT NOT NULL,
            path TEXT,
            line INTEGER,
            message TEXT NOT NULL
        );
        CREATE INDEX finding_document ON finding (document);

        CREATE TABLE taken (
            identity INTEGER PRIMARY KEY
        );

        CREATE VIEW thing AS
            SELECT key, min(CASE WHEN parent IS NULL THEN id ELSE id + 4611686018427387904 END)
                & 4611686018427387903 AS resource
            FROM resource GROUP BY key;

        CREATE VIEW edge AS
            SELECT owner.id AS resource, owner.document AS document, link.rel, link.type, link.name, link.verb,
                goal.id AS leads_to, goal.state AS state
            FROM link JOIN resource owner ON owner.id = link.resource
            LEFT JOIN document goal ON goal.target = link.target;

        CREATE VIEW type_map AS
            SELECT coalesce(owner.type, owner.element) AS owner, link.rel AS rel, link.type AS type,
                coalesce(root.type, root.element) AS leads_to, count(*) AS links
            FROM link JOIN resource owner ON owner.id = link.resource
            LEFT JOIN document goal ON goal.target = link.target
            LEFT JOIN resource root ON root.document = goal.id AND root.parent IS NULL
            GROUP BY 1, 2, 3, 4;
        """
}
#endif
