// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Finds the route of a request; paths are compared without ASCII case, a slash at the end does not count.
struct Router: Sendable {
    private var routes: [String: [Route]] = [:]
    /// Of the family that is being registered.
    private var audience = Audience.everyone

    init() {
        for family in Families.all {
            audience = family.audience
            family.register(in: &self)
        }
    }

    /// Adds a route.
    ///
    /// - Parameters:
    ///   - path: segments below the entry, `*` for an id, `**` at the end for the path of a file.
    ///   - action: the value of `?action=` for routes that share their path.
    ///   - isOpen: whether no logon session is needed.
    ///   - roles: whose session it may be; nil for the audience of the family.
    ///   - options: the parameters that clients may add to a handed-out href or replace in it.
    mutating func on(
        _ method: HTTPRequest.Method,
        _ path: String,
        action: String? = nil,
        isOpen: Bool = false,
        roles: RoleSet? = nil,
        options: [String] = [],
        _ handler: @escaping Route.Handler
    ) {
        let pattern = Router.segments(path.lowercased())
        let route = Route(
            method: method,
            pattern: pattern,
            action: action?.lowercased(),
            isOpen: isOpen,
            audience: roles ?? audience.roles(for: method),
            options: Set(options.map { $0.lowercased() }),
            handler: handler
        )
        routes[pattern.first ?? "", default: []].append(route)
    }

    /// The route of a request and the values of its placeholders.
    func route(_ method: HTTPRequest.Method, _ address: Address) throws(Refusal) -> (Route, [String], Query) {
        let parts = address.tail.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = Router.segments(String(parts[0]))
        let query = Query(parts.count > 1 ? String(parts[1]) : "")
        let candidates = (routes[segments.first?.lowercased() ?? ""] ?? []).filter { $0.fits(segments) }
        guard !candidates.isEmpty else { throw Refusal.nothingThere }
        let ofVerb = candidates.filter { $0.method == method }
        guard !ofVerb.isEmpty else { throw Refusal.wrongVerb }
        // An action is part of a POST only: the guide writes `?action=edit` behind a PUT whose link has none.
        let action = method == .post ? query["action"]?.lowercased() : nil
        guard let route = ofVerb.first(where: { method != .post || $0.action == action }) else {
            throw Refusal(400, "Unknown action: \(action ?? "none")")
        }
        return (route, route.values(in: segments), query)
    }

    /// Whether a client may put parameters into the href of an address for a request of this verb.
    func takes(_ names: Set<String>, _ method: HTTPRequest.Method, at address: Address) -> Bool {
        guard let (route, _, _) = try? route(method == .head ? .get : method, address) else { return false }
        return names.isSubset(of: route.options)
    }

    /// Whether an answer to an account with these roles has a link.
    ///
    /// What it may not read is not linked (inferred: the hub of a restricted account is shorter). Actions are, whoever
    /// may use them: a link is no proof of permission.
    func offers(_ link: OfferedLink, to roles: RoleSet) -> Bool {
        guard Router.readingRels.contains(link.rel), let (route, _, _) = try? route(.get, link.address) else {
            return true
        }
        return route.isOpen || roles.belong(to: route.audience)
    }

    /// The relations that are followed with GET [requests].
    private static let readingRels: Set<String> = [
        "Up", "Down", "Alternate", "Related", "First", "Next", "Previous", "Last",
    ]

    private static func segments(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}

extension Route {
    private var hasRest: Bool { pattern.last == "**" }

    fileprivate func fits(_ segments: [String]) -> Bool {
        guard hasRest ? segments.count >= pattern.count : segments.count == pattern.count else { return false }
        return zip(pattern, segments).allSatisfy { $0 == "*" || $0 == "**" || $0 == $1.lowercased() }
    }

    /// What stands at the placeholders; the rest of a path is one value.
    fileprivate func values(in segments: [String]) -> [String] {
        var values = zip(pattern, segments).filter { $0.0 == "*" }.map { $0.1 }
        if hasRest { values.append(segments.dropFirst(pattern.count - 1).joined(separator: "/")) }
        return values
    }
}
