// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// By what a resource of one snapshot is recognised in another, wherever and in whatever order it stands there.
///
/// What has an identifier that lasts is recognised by that and its type; the start of a document by what leads there and
/// by which link, so that a list stays the same under another name of what it belongs to; a part by the whole that it is
/// in and by its name, its own id, or where neither is there its place.
struct ResourceKey: Hashable, Sendable {
    let text: String

    /// Names that were given to the parts of one whole so far.
    struct Siblings {
        /// By hashes that are the same in every process, which take less memory.
        fileprivate var seen: [UInt64: Int] = [:]
    }

    /// - Parameter place: what leads to the document, as ``place(of:selector:)`` tells; nil for the start.
    init(root: ResourceContents, place: String?) {
        text = ResourceKey.lasting(root) ?? (place.map { "\(root.name) at \($0)" } ?? root.name)
    }

    /// What leads to a document: a resource, by its identifier if it has one, and the link of it.
    ///
    /// Entity and reference share an identifier, and whichever of them leads somewhere leads to the same.
    func place(of owner: ResourceContents, selector: LinkSelector) -> String {
        "\(owner.lastingUID ?? text)/\(RelPath.Step.follow(selector))"
    }

    init(item: ResourceContents, in whole: ResourceKey, among siblings: inout Siblings) {
        if let lasting = ResourceKey.lasting(item) {
            text = lasting
            return
        }
        let name = "\(whole.text) > \(item.name)" + (ResourceKey.ownName(of: item).map { "[\($0)]" } ?? "")
        var hash = StableHash()
        hash.combine(name)
        let count = siblings.seen[hash.value, default: 0]
        siblings.seen[hash.value] = count + 1
        text = count == 0 ? name : "\(name)#\(count + 1)"
    }

    private static func lasting(_ resource: ResourceContents) -> String? {
        resource.lastingUID.map { "\(resource.type ?? resource.name) \($0)" }
    }

    /// A part's name, or the first of its values that is called an id: `Id`, `TaskId`, `ObjectInJobId`.
    private static func ownName(of item: ResourceContents) -> String? {
        let id = item.properties.first { property in
            property.isOwn && !property.value.isEmpty && property.path.lowercased().hasSuffix("id")
        }
        if let id { return id.value }
        return item.label.flatMap { $0.isEmpty ? nil : $0 }
    }
}
