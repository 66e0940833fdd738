// SPDX-License-Identifier: Apache-2.0

/// What of the given parts was already put into the body.
struct Taking {
    private let input: InputNode
    private var taken: [String: Int] = [:]
    /// How many were taken.
    private(set) var count = 0

    init(input: InputNode) { self.input = input }

    /// The next elements of a name.
    mutating func take(_ name: String, atMost limit: Int?) -> [InputNode] {
        let start = taken[name] ?? 0
        let next = input.elements(name).dropFirst(start).prefix(limit ?? .max)
        taken[name] = start + next.count
        count += next.count
        return Array(next)
    }

    /// Whether elements of one of these names are left.
    func hasMore(of names: some Sequence<String>) -> Bool {
        names.contains { input.elements($0).count > taken[$0] ?? 0 }
    }

    /// The elements that no place was found for, by name.
    var leftOver: [(name: String, count: Int)] {
        input.parts.keys.filter { !$0.isAttribute && !$0.name.isEmpty }.sorted { $0.name < $1.name }.compactMap { key in
            let left = input.elements(key.name).count - (taken[key.name] ?? 0)
            return left > 0 ? (key.name, left) : nil
        }
    }
}
