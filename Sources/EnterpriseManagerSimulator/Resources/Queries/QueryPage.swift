// SPDX-License-Identifier: Apache-2.0

/// The resources on one page of a query, looked up while they are written: a page may be as long as the list.
struct QueryPage: Sendable {
    /// How many resources there are on all pages.
    let count: Int
    /// Where the resources of the page stand in the list, in the order of the page.
    private let positions: ArraySlice<Int>
    private let rows: @Sendable () -> AnySequence<QueryRow>

    /// How many resources are looked up together; the list is gone through once for so many of a page that is sorted.
    private static let batchSize = 4096

    /// Finds out which resources are on the page that is asked for.
    ///
    /// Only positions and what they are sorted by are kept of resources.
    init(_ request: QueryRequest, _ rows: @escaping @Sendable () -> AnySequence<QueryRow>) {
        self.rows = rows
        var found: [(position: Int, key: QueryValue?)] = []
        for (position, row) in rows().enumerated() where request.filter?.holds(for: row) ?? true {
            found.append((position, request.sort.flatMap { $0.field.value(of: row) }))
        }
        if let descending = request.sort?.descending {
            // What has no value comes first in ascending order (inferred); equal ones stay in the order of lists.
            found.sort { left, right in
                if left.key == right.key { return left.position < right.position }
                guard let leftKey = left.key else { return !descending }
                guard let rightKey = right.key else { return descending }
                return descending ? leftKey > rightKey : leftKey < rightKey
            }
        }
        count = found.count
        let paging = Paging(page: request.page, size: request.size, count: count)
        positions = found[paging.range].map(\.position)[...]
    }

    /// Elements of the resources on the page.
    func elements(_ element: @escaping @Sendable (QueryRow) -> Element?) -> AnySequence<Element> {
        AnySequence {
            var rest = positions
            var batch: [QueryRow] = []
            var source = rows().makeIterator()
            var next = 0
            return AnyIterator<Element> {
                while true {
                    if let row = batch.popLast() {
                        if let element = element(row) { return element }
                        continue
                    }
                    if rest.isEmpty { return nil }
                    let wanted = rest.prefix(QueryPage.batchSize)
                    rest = rest.dropFirst(QueryPage.batchSize)
                    if let first = wanted.min(), first < next {
                        source = rows().makeIterator()
                        next = 0
                    }
                    batch = QueryPage.rows(at: wanted, in: &source, next: &next).reversed()
                }
            }
        }
    }

    /// The rows at positions, none of which is before the next one of the list.
    private static func rows(
        at positions: ArraySlice<Int>,
        in source: inout AnyIterator<QueryRow>,
        next: inout Int
    ) -> [QueryRow] {
        let wanted = Set(positions)
        var found: [Int: QueryRow] = [:]
        while found.count < wanted.count, let row = source.next() {
            if wanted.contains(next) { found[next] = row }
            next += 1
        }
        return positions.compactMap { found[$0] }
    }
}
