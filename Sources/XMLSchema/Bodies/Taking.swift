// SPDX-License-Identifier: Apache-2.0

/// What of the given parts was already put into the body.
struct Taking {
    private let input: InputNode
    private var taken: [String: Int] = [:]
    /// How many were taken.
    private(set) var count = 0

    /// How many places there are for each name in the whole element.
    private let places: [String: Int]

    init(input: InputNode, particles: [Particle]) {
        self.input = input
        places = Self.places(in: particles)
    }

    /// How many places there are for each name.
    static func places(in particles: [Particle]) -> [String: Int] {
        Dictionary(particles.flatMap(BodyAssembler.names).map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// Whether there is a place for a name outside of a choice.
    func hasPlace(for name: String, outside choice: [Particle]) -> Bool {
        (places[name] ?? 0) > (Self.places(in: choice)[name] ?? 0)
    }

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
