// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What tells whether two resources are the same one although their hrefs differ.
///
/// A server may hand out another href for the same thing every time. What has an identifier that lasts is the same by
/// that, within its representation; what has none, such as a list, is the same by all that it holds, hrefs aside.
struct ResourceIdentity: Hashable, Sendable {
    private let name: String
    private let type: String?
    private let uid: String?
    private let content: UInt64

    init(_ resource: Resource) {
        self.init(resource, name: resource.name, type: resource.type?.rawValue, uid: resource.uid)
    }

    /// - Parameters:
    ///   - resource: the resource.
    ///   - name: its name, which making again takes as long as all the rest.
    ///   - type: its type.
    ///   - uid: its identifier.
    init(_ resource: Resource, name: String, type: String?, uid: String?) {
        self.init(name: name, type: type, uid: uid) { ResourceIdentity.content(of: resource) }
    }

    /// - Parameter content: what it holds, which is asked for if it has no identifier.
    init(name: String, type: String?, uid: String?, content: () -> UInt64) {
        self.name = name
        self.type = type
        self.uid = uid.flatMap { $0.isEmpty ? nil : $0 }
        self.content = self.uid == nil ? content() : 0
    }

    /// The same in every process.
    var stable: Int64 {
        var hash = StableHash()
        hash.combine(name)
        hash.combine(type ?? "")
        hash.combine(uid ?? "")
        hash.combine(String(content, radix: 36))
        return Int64(bitPattern: hash.value)
    }

    /// Resource by resource, so that a large document needs no more memory than a small one.
    private static func content(of resource: Resource) -> UInt64 {
        var content = Content()
        for item in resource.items { content.add(item) }
        resource.forEachProperty { content.add($0) }
        for link in resource.links { content.add(link) }
        return content.value(name: resource.name)
    }

    /// All that a resource holds; it may come in any number of parts.
    struct Content: Sendable {
        private var items = StableHash()
        private var properties = StableHash()
        /// A sum is the same in whatever order a server writes them.
        private var links: UInt64 = 0

        mutating func add(_ item: Resource) {
            items.combine(String(ResourceIdentity.content(of: item), radix: 36))
        }

        mutating func add(_ property: Resource.TextProperty) {
            guard !property.isHref else { return }
            properties.combine(property.path.lowercased())
            properties.combine(property.value)
        }

        mutating func add(_ link: Link) {
            var own = StableHash()
            for text in [link.rel.rawValue, link.type?.rawValue ?? "", link.name ?? ""] { own.combine(text) }
            links &+= own.value
        }

        func value(name: String) -> UInt64 {
            var hash = StableHash()
            hash.combine(name)
            for part in [properties.value, links, items.value] { hash.combine(String(part, radix: 36)) }
            return hash.value
        }
    }
}
