// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// A resource with its items, those of further pages included.
struct ResourcePages: Sendable {
    /// The resource, or the first page of it.
    let resource: Resource
    /// Its items, as far as they were read.
    let items: [Resource]
    /// Whether there are pages that were not read.
    let isCut: Bool

    /// A resource, and further pages of it.
    ///
    /// - Parameters:
    ///   - resource: the resource.
    ///   - further: the pages after it that were read.
    ///   - isCut: whether there are others.
    init(_ resource: Resource, further: [Resource] = [], isCut: Bool = false) {
        self.resource = resource
        self.isCut = isCut
        items = ([resource] + further).flatMap(\.items)
    }

    /// Whether it comes in pages.
    var isPaged: Bool { resource.pagingElement != nil }

    /// How many items there are, about: pages are told, not items.
    var total: Int { isCut ? max((resource.pageCount ?? 0) * (resource.pageSize ?? 0), items.count) : items.count }

    /// Whether it is nothing but what it holds: no name, no identifier, no values of its own.
    var isCollection: Bool {
        guard resource.label == nil, resource.uid == nil, !items.isEmpty || resource.links.isEmpty else { return false }
        return ResourcePages.ownProperties(of: resource).allSatisfy(\.value.isEmpty)
    }

    /// What a resource says beside who it is and which page.
    static func ownProperties(of resource: Resource) -> [Resource.Property] {
        let identity = resource.representation.profile.identity
        let told = [identity.href, identity.type, identity.name, identity.uid].map { $0.lowercased() }
        let paging = resource.representation.profile.paging?.element.lowercased()
        return resource.properties.filter { property in
            let first = property.path.names.first?.lowercased() ?? ""
            return first != paging && !(property.path.names.count == 1 && told.contains(first))
        }
    }
}
#endif
