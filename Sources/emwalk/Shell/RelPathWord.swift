// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// A word that may be a path.
struct RelPathWord {
    private let text: String

    init(_ text: String) { self.text = text }

    /// Whether it begins with something that a resource has.
    func begins(in resource: Resource) throws -> Bool {
        let finder = Finder(NumberedListing(of: resource))
        if try finder.entry(text) != nil { return true }
        guard let first = try? RelPath(text).steps.first else { return false }
        switch try finder.refine(first) {
        case .follow(let selector): return !selector.matches(in: resource).isEmpty
        case .named(let name): return resource.items.contains { $0.label == name }
        case .item(let selector): return !selector.matches(in: resource).isEmpty
        }
    }
}
#endif
