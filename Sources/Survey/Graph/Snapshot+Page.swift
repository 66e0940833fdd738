// SPDX-License-Identifier: Apache-2.0

#if Network
internal import GRDB
internal import GraphPage
internal import Hypermedia

extension Snapshot {
    /// A page that shows the type map, and lets a person search, filter and open resources; it needs no network.
    ///
    /// - Parameter write: takes the page piece by piece, so that a large one is never in memory whole.
    public func writePage(to write: (String) throws -> Void) throws {
        let page = String(cString: emwalk_graph_page())
        let mark = "/*emwalk:data*/"
        guard let place = page.firstRange(of: mark) else {
            throw SnapshotError(.badSnapshot, "The page has no place for data.")
        }
        try write(String(page[..<place.lowerBound]))
        try withoutActuallyEscaping(write) { write in
            try queue.read { try PageData(database: $0, write: write).run(title: file) }
        }
        try write(String(page[place.upperBound...]))
    }
}

/// The data of the page as JSON: types, kinds of links, and each resource once.
private struct PageData {
    let database: Database
    let write: (String) throws -> Void

    func run(title: String) throws {
        let graph = try Snapshot.typeMap(in: database)
        var numbers: [String: Int] = [:]
        for (index, node) in graph.nodes.enumerated() { numbers[node.name] = index }
        let name = title.split(separator: "/").last.map(String.init) ?? title
        try write("{\"title\":\(text(name)),\"start\":\(try start(numbers)),\"nodes\":[")
        try list(graph.nodes) { "{\"name\":\(text($0.name)),\"count\":\($0.count)}" }
        try write("],\n\"edges\":[")
        try list(graph.edges) { edge in
            "{\"kind\":\(text(edge.kind.rawValue)),\"from\":\(text(edge.from)),\"to\":\(text(edge.to)),"
                + "\"rel\":\(text(edge.rel)),\"type\":\(text(edge.type)),\"verb\":\(text(edge.verb)),\"count\":\(edge.count)}"
        }
        try write("],\n")
        try resources(numbers)
        try write("}")
    }

    private func start(_ numbers: [String: Int]) throws -> Int {
        let kind = try String.fetchOne(
            database,
            sql: "SELECT \(Snapshot.kind("r")) FROM resource r WHERE parent IS NULL ORDER BY document, id LIMIT 1"
        )
        return kind.flatMap { numbers[$0] } ?? 0
    }

    /// Targets are numbered as they are met; the page learns which resource each leads to.
    private func resources(_ numbers: [String: Int]) throws {
        var targets: [String: Int] = [:]
        var index = 0
        var indexOfKey: [String: Int] = [:]
        try write("\"resources\":[")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT r.id AS id, r.key AS key, \(Snapshot.kind("r")) AS kind, r.name AS name, r.uid AS uid,
                    document.path AS path
                FROM thing JOIN resource r ON r.id = thing.resource JOIN document ON document.id = r.document
                ORDER BY r.id
                """
        )
        while let row = try rows.next() {
            let id: Int64 = row["id"]
            let values = try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT path, value FROM property WHERE resource = ? ORDER BY path, ordinal"
                ),
                arguments: [id]
            ).map { "[\(text($0["path"])),\(text($0["value"]))]" }
            let links = try Row.fetchAll(
                database.cachedStatement(
                    sql: "SELECT rel, type, name, target, verb FROM link WHERE resource = ? ORDER BY id"
                ),
                arguments: [id]
            ).map { link in
                let target: String = link["target"]
                let number = targets[target] ?? targets.count
                targets[target] = number
                return
                    "[\(text(link["rel"])),\(text(link["type"])),\(text(link["name"])),\(number),\(text(link["verb"]))]"
            }
            let kind: String = row["kind"]
            try write(
                (index == 0 ? "\n" : ",\n")
                    + "[\(numbers[kind] ?? 0),\(text(row["name"])),\(text(row["uid"])),\(text(row["path"])),"
                    + "[\(values.joined(separator: ","))],[\(links.joined(separator: ","))]]"
            )
            indexOfKey[row["key"]] = index
            index += 1
        }
        try write("],\n\"targets\":[")
        let goals = try goals()
        let order = targets.sorted { $0.value < $1.value }.map(\.key)
        try list(order) { target in String(goals[target].flatMap { indexOfKey[$0] } ?? -1) }
        try write("]")
    }

    private func goals() throws -> [String: String] {
        var goals: [String: String] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT document.target AS target, root.key AS key FROM document
                JOIN resource root ON root.document = document.id AND root.parent IS NULL
                """
        )
        while let row = try rows.next() { goals[row["target"]] = row["key"] }
        return goals
    }

    private func list<Value>(_ values: [Value], _ describe: (Value) -> String) throws {
        for (index, value) in values.enumerated() { try write((index == 0 ? "" : ",\n") + describe(value)) }
    }

    /// JSON that cannot end the element it stands in.
    private func text(_ text: String?) -> String {
        guard let text else { return "null" }
        return JSONValue.string(text).text().replacing("<", with: "\\u003C")
    }
}
#endif
