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
        self.name = name
        self.type = type
        self.uid = uid.flatMap { $0.isEmpty ? nil : $0 }
        content = self.uid == nil ? ResourceIdentity.content(of: resource) : 0
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
        var hash = StableHash()
        hash.combine(resource.name)
        resource.forEachProperty { property in
            guard !property.isHref else { return }
            hash.combine(property.path.lowercased())
            hash.combine(property.value)
        }
        // A sum is the same in whatever order a server writes them.
        var links: UInt64 = 0
        for link in resource.links {
            var own = StableHash()
            for text in [link.rel.rawValue, link.type?.rawValue ?? "", link.name ?? ""] { own.combine(text) }
            links &+= own.value
        }
        hash.combine(String(links, radix: 36))
        for item in resource.items { hash.combine(String(content(of: item), radix: 36)) }
        return hash.value
    }
}
