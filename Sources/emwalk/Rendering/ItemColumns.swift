// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Chooses which properties of items are worth a column: short single values that most of them have.
enum ItemColumns {
    /// As many as a person compares at a glance.
    private static let most = 8
    /// What is looked at of a long list.
    private static let sample = 200
    private static let longest = 40

    /// The paths, in the order of the document.
    static func choose(_ items: [Resource]) -> [PropertyPath] {
        let looked = Array(items.prefix(sample))
        let values = looked.map(ItemValues.init)
        var order: [PropertyPath] = []
        var seen: Set<String> = []
        for item in values {
            for path in item.paths where path.names.count == 1 && seen.insert(path.description.lowercased()).inserted {
                order.append(path)
            }
        }
        let identity = items.first?.representation.profile.identity
        let told = [identity?.href, identity?.type, identity?.name, identity?.uid].compactMap { $0?.lowercased() }
        let names = looked.map { $0.label.map { [$0] } ?? [] }
        let worthy = order.filter { path in
            guard !told.contains(path.description.lowercased()) else { return false }
            let cells = values.map { $0.values(path) }
            // What they are called is told already.
            if cells == names { return false }
            return cells.allSatisfy { $0.count <= 1 } && cells.count { !$0.isEmpty } * 2 >= cells.count
                && isReadable(cells.flatMap { $0 })
        }
        return Array(worthy.prefix(most))
    }

    /// The columns that have room: those that tell least give way first.
    ///
    /// - Parameters:
    ///   - columns: the paths with their cells.
    ///   - names: what the items are called, which need not be told twice.
    ///   - room: how many columns of characters there are, gaps included.
    static func fit(
        _ columns: [(path: PropertyPath, cells: [String])],
        names: [String],
        room: Int
    ) -> [PropertyPath] {
        var left = columns
        func width(_ column: (path: PropertyPath, cells: [String])) -> Int {
            2 + max(DisplayWidth.of(column.path.description), column.cells.map(DisplayWidth.of).max() ?? 0)
        }
        func worth(_ column: (path: PropertyPath, cells: [String])) -> Int {
            if column.cells.count > 1, Set(column.cells).count == 1 { return 0 }
            return zip(column.cells, names).allSatisfy({ $1.hasPrefix($0) }) ? 1 : 2
        }
        while left.count > 1, left.map(width).reduce(0, +) > room {
            // Of those that tell equally little the widest, else the last: what matters comes first in documents.
            let least = left.indices.reversed().min {
                (worth(left[$0]), -width(left[$0])) < (worth(left[$1]), -width(left[$1]))
            }
            left.remove(at: least ?? left.count - 1)
        }
        return left.map(\.path)
    }

    /// Whether people get anything out of such values: not out of identifiers, masks and essays.
    private static func isReadable(_ values: [String]) -> Bool {
        guard values.contains(where: { !$0.isEmpty }) else { return false }
        return values.allSatisfy { value in
            let dashes = value.utf8.count { $0 == UInt8(ascii: "-") }
            let isGUID = value.utf8.count == 36 && dashes == 4
            return value.count <= longest && !isGUID && !value.hasPrefix("urn:") && value != ItemValues.mask
        }
    }
}
#endif
