// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// What the commands that look have in common: walk, read, write.
struct LookCommand: Sendable {
    let path: String
    let connection: ConnectionOptions
    let output: ViewOptions

    /// Walks to the resource and writes it.
    func run(_ render: @escaping @Sendable (Look, Resource, RelPath) async throws -> Rendering) async throws {
        try await open { look, route in
            guard look.view.format == .xml else {
                let resource = try await look.session.walk(route)
                LastLooks.remember(resource, items: resource.items, at: route.whole)
                return try await render(look, resource, route.path)
            }
            return try await look.xml(at: route)
        }
    }

    /// Opens a session, and writes what a body makes of it.
    func open(_ body: @escaping @Sendable (Look, Route) async throws -> Rendering) async throws {
        let console = Console()
        let view = try output.view()
        let route = try await Route.typed(path)
        let rendering = try await Connection(connection, console: console).withSession { session in
            try await Explainable.about(route.whole) {
                try await body(Look(session: session, view: view, console: console), route)
            }
        }
        rendering.write(to: console)
    }
}
#endif
