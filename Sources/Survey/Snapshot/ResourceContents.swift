// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// The values of one resource, its items and who it is, each asked of the document once: a text is made of bytes whenever
/// it is asked for.
struct ResourceContents {
    let resource: Resource
    let name: String
    let type: String?
    let uid: String?
    let label: String?
    /// Its own target; nil if it has none.
    let href: Href?
    let properties: [Resource.TextProperty]
    let links: OwnLinks
    let items: [Resource]

    init(_ resource: Resource) {
        self.resource = resource
        name = resource.name
        type = resource.type?.rawValue
        uid = resource.uid
        label = resource.label
        href = resource.href
        var properties: [Resource.TextProperty] = []
        resource.forEachProperty { properties.append($0) }
        self.properties = properties
        links = OwnLinks(resource)
        items = resource.items
    }

    /// What a resource holds beside its items, put together from passages.
    init(
        _ resource: Resource,
        name: String,
        type: String?,
        uid: String?,
        label: String?,
        href: Href?,
        properties: [Resource.TextProperty],
        links: [Link]
    ) {
        self.resource = resource
        self.name = name
        self.type = type
        self.uid = uid
        self.label = label
        self.href = href
        self.properties = properties
        self.links = OwnLinks(links)
        items = []
    }

    /// The identifier that lasts; nil if it has none or an empty one.
    var lastingUID: String? { uid.flatMap { $0.isEmpty ? nil : $0 } }
}
