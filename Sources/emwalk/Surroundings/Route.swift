// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// A walk, and where it begins.
struct Route: Sendable {
    /// The walk.
    let path: RelPath
    /// Where it begins; nil for the hub.
    var start: Resource?
    /// How one gets there from the hub.
    var base = RelPath.here

    /// The walk from the hub.
    var whole: RelPath { base.then(path) }

    /// The route that a text stands for, where it was typed.
    static func typed(_ text: String) async throws -> Route {
        guard let shell = Surroundings.current.shell else { return Route(path: try RelPath(text)) }
        return try await shell.route(text)
    }
}

extension Connection.Session {
    /// Walks a route by reading.
    func walk(_ route: Route) async throws -> Resource { try await client.walk(route.path, from: route.start) }

    /// Walks a route, but leaves its last step alone if that follows a link.
    func resolve(_ route: Route) async throws -> HypermediaClient.Destination {
        try await client.resolve(route.path, from: route.start)
    }
}
#endif
