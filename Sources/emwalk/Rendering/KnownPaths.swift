// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The property paths that some resources have, and which of them a typed one means.
struct KnownPaths {
    /// The paths in the order of the documents, each once.
    let all: [PropertyPath]
    private let folded: [[String]]

    /// What any of some items has.
    init(_ values: [ItemValues]) { self.init(values.flatMap(\.paths)) }

    /// What a resource says itself, without the items in it.
    init(of resource: Resource) { self.init(resource.properties.map(\.path)) }

    private init(_ paths: [PropertyPath]) {
        var seen: Set<String> = []
        all = paths.filter { seen.insert($0.description.lowercased()).inserted }
        folded = all.map { $0.names.map { $0.lowercased() } }
    }

    /// What a path means: itself, everything in the part of that name, or the one path that ends so.
    ///
    /// - Returns: nothing if there is no such path, or if several end so.
    func meant(by path: PropertyPath) -> [PropertyPath] {
        let wanted = path.names.map { $0.lowercased() }
        // As it was typed: that is what its column is called.
        if folded.contains(wanted) { return [path] }
        let inside = all.indices.filter { folded[$0].starts(with: wanted) }.map { all[$0] }
        if !inside.isEmpty { return inside }
        let ending = endings(wanted)
        if ending.count == 1 { return ending }
        return parts(endingWith: wanted)
    }

    /// The paths that end with some names.
    func endings(_ wanted: [String]) -> [PropertyPath] {
        all.indices.filter { folded[$0].count > wanted.count && folded[$0].suffix(wanted.count) == wanted[...] }
            .map { all[$0] }
    }

    /// Everything in the one part that ends with some names.
    private func parts(endingWith wanted: [String]) -> [PropertyPath] {
        var whole: Set<[String]> = []
        for path in folded {
            for length in stride(from: path.count - 1, to: wanted.count, by: -1)
            where path[..<length].suffix(wanted.count) == wanted[...] { whole.insert(Array(path[..<length])) }
        }
        guard let part = whole.first, whole.count == 1 else { return [] }
        return all.indices.filter { folded[$0].starts(with: part) }.map { all[$0] }
    }
}
#endif
