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
        name = resource.name
        type = resource.type?.rawValue
        uid = resource.uid.flatMap { $0.isEmpty ? nil : $0 }
        content = uid == nil ? ResourceIdentity.content(of: resource) : 0
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

    private static func content(of resource: Resource) -> UInt64 {
        let href = resource.representation.profile.identity.href.lowercased()
        var hash = StableHash()
        for property in resource.allProperties where property.path.names.last?.lowercased() != href {
            hash.combine(property.path.description.lowercased())
            hash.combine(property.value)
        }
        // In whatever order a server writes them.
        var links: Set<String> = []
        func collect(_ resource: Resource) {
            for link in resource.links {
                links.insert("\(resource.name) \(link.rel) \(link.type?.rawValue ?? "") \(link.name ?? "")")
            }
            for item in resource.items { collect(item) }
        }
        collect(resource)
        for link in links.sorted() { hash.combine(link) }
        return hash.value
    }
}
