// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// By what a resource of one snapshot is recognised in another, wherever and in whatever order it stands there.
///
/// What has an identifier that lasts is recognised by that and its type; the start of a document by the walk that
/// leads there; a part by the whole that it is in and by its name, its own id, or where neither is there its place.
struct ResourceKey: Hashable, Sendable {
    let text: String

    /// Names that were given to the parts of one whole so far.
    struct Siblings {
        fileprivate var seen: [String: Int] = [:]
    }

    init(root: Resource, path: RelPath) {
        text = ResourceKey.lasting(root) ?? "\(root.name) at /\(path)"
    }

    init(item: Resource, in whole: ResourceKey, among siblings: inout Siblings) {
        if let lasting = ResourceKey.lasting(item) {
            text = lasting
            return
        }
        let name = "\(whole.text) > \(item.name)" + (ResourceKey.ownName(of: item).map { "[\($0)]" } ?? "")
        let count = siblings.seen[name, default: 0]
        siblings.seen[name] = count + 1
        text = count == 0 ? name : "\(name)#\(count + 1)"
    }

    private static func lasting(_ resource: Resource) -> String? {
        guard let uid = resource.uid, !uid.isEmpty else { return nil }
        return "\(resource.type?.rawValue ?? resource.name) \(uid)"
    }

    /// A part's name, or the first of its values that is called an id: `Id`, `TaskId`, `ObjectInJobId`.
    private static func ownName(of item: Resource) -> String? {
        let id = item.properties.first { property in
            property.path.names.count == 1 && property.path.names[0].lowercased().hasSuffix("id")
                && !property.value.isEmpty
        }
        if let id { return id.value }
        return item.label.flatMap { $0.isEmpty ? nil : $0 }
    }
}
