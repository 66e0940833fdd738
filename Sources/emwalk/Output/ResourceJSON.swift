// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Resources and links as JSON, secrets masked.
///
/// The href of a session tells its id; in a file that is no secret any more, so there it is shown.
enum ResourceJSON {
    static func resource(_ resource: Resource) -> JSONValue { .object(members(of: resource)) }

    /// The members of a resource.
    ///
    /// - Parameters:
    ///   - resource: the resource.
    ///   - items: some of its items, or those of further pages; nil for all of its own.
    static func members(of resource: Resource, items: [Resource]? = nil) -> [JSONValue.Member] {
        [
            .init("name", .string(resource.name)),
            .init("type", .optional(resource.type?.rawValue)),
            .init("label", .optional(resource.label)),
            .init("uid", .optional(resource.uid)),
            .init("href", .optional(href(of: resource))),
            .init("properties", properties(of: resource)),
            .init("items", .array((items ?? resource.items).map(self.resource))),
            .init("links", .array(resource.links.map(link))),
        ]
    }

    static func link(_ link: Link) -> JSONValue {
        .members(
            ("rel", .string(link.rel.rawValue)),
            ("type", .optional(link.type?.rawValue)),
            ("href", .string(shownHref(link))),
            ("name", .optional(link.name)),
            ("owner", .string(link.owner.name))
        )
    }

    /// The href of a link, unless it tells the id of a live session.
    static func shownHref(_ link: Link) -> String {
        isLive(link.owner) && link.isSecret ? mask : link.href.text
    }

    static func finding(_ finding: Finding) -> JSONValue {
        .members(
            ("code", .string(finding.code)),
            ("severity", .string(finding.severity.rawValue)),
            ("message", .string(finding.message)),
            ("path", .string(finding.path)),
            ("line", finding.line.map { .integer($0) } ?? .null),
            ("column", finding.column.map { .integer($0) } ?? .null),
            ("jsonPath", .optional(finding.jsonPath)),
            ("allowed", .array(finding.allowed.map { .string($0) }))
        )
    }

    private static let mask = "•••"

    private static func isLive(_ resource: Resource) -> Bool { resource.representation.issuer != .nobody }

    private static func href(of resource: Resource) -> String? {
        guard isLive(resource), resource.selfLink?.isSecret == true else { return resource.href?.text }
        return mask
    }

    /// Values by path; a path that occurs several times has an array.
    private static func properties(of resource: Resource) -> JSONValue {
        var order: [String] = []
        var values: [String: [JSONValue]] = [:]
        for property in resource.properties {
            let path = property.path.description
            if values[path] == nil { order.append(path) }
            values[path, default: []].append(.string(property.isSecret ? mask : property.value))
        }
        return .object(
            order.map { path in
                let all = values[path] ?? []
                return .init(path, all.count == 1 ? all.first ?? .null : .array(all))
            }
        )
    }
}
#endif
