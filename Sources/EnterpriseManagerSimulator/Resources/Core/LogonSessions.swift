// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Logon, logoff, and `LogonSession`, the hub from which everything else is reached [logging_on, logging_out].
enum LogonSessions: ResourceFamily {
    static let audience = Audience.session
    static let list = Address("logonSessions")
    static func one(_ id: GUID) -> Address { Address("logonSessions/\(id)") }
    /// Where to log on, with the slash before the query that live servers have [http_authentication].
    static func manager(_ version: String) -> Address { Address("sessionMngr/?v=\(version)") }

    static func register(in router: inout Router) {
        router.on(.post, "sessionMngr", isOpen: true, logOn)
        router.on(.get, "logonSessions") { (call, world) throws(Refusal) in
            let sessions = world.logons.order.compactMap { world.logons.sessions[$0] }
                .filter { isVisible($0, to: call, world) }
            return .ok(.list("LogonSessions", of: "LogonSession", sessions.map { hub($0, in: world) }))
        }
        router.on(.get, "logonSessions/*") { (call, world) throws(Refusal) in
            .ok(hub(try session(call, in: world), in: world))
        }
        router.on(.delete, "logonSessions/*") { (call, world) throws(Refusal) in
            world.logons.close(try session(call, in: world).id)
            return .gone
        }
    }

    private static func session(_ call: Call, in world: World) throws(Refusal) -> LogonRecord {
        let id = try call.id(type: "LogonSession")
        guard let session = world.logons.sessions[id], isVisible(session, to: call, world) else {
            throw Refusal.missing("logon session", id)
        }
        return session
    }

    /// Only administrators see the sessions of others (inferred: the id of a session is its token), tenants those of
    /// their own.
    private static func isVisible(_ session: LogonRecord, to call: Call, _ world: World) -> Bool {
        if let tenant = world.tenant(of: call) { return session.tenant == tenant }
        return session.id == call.session || call.roles.contains(.administrators)
    }

    /// 201, the token in a header and in a cookie, the session in the body [http_authentication].
    private static func logOn(_ call: Call, _ world: inout World) throws(Refusal) -> Answer {
        let configuration = world.configuration
        let version = try version(call, configuration)
        let session: LogonRecord
        if let (user, tenant) = try CloudTenantLogon.account(in: call, world) {
            session = world.logons.open(user: user, tenant: tenant, version: version, at: call.now)
        } else {
            guard let (name, password) = credentials(of: call),
                let account = world.account(name: name, password: password)
            else { throw Refusal.badCredentials }
            guard !account.roles.isEmpty else { throw Refusal.forbidden }
            session = world.logons.open(user: account.name, version: version, at: call.now)
        }
        let hub = hub(session, in: world)
        let isList = configuration.logonAnswer == .sessionList
        var answer = Answer(201, isList ? .list("LogonSessions", of: "LogonSession", [hub]) : hub)
        answer.session = session.id
        answer.headers = [
            (Simulator.tokenHeader, session.token),
            (.setCookie, "\(Simulator.tokenHeader.rawName)=\(session.token); Path=\(Address.entryPath.dropLast());"),
        ]
        return answer
    }

    private static func version(_ call: Call, _ configuration: SimulatorConfiguration) throws(Refusal) -> APIVersion {
        let latest = configuration.apiVersions.max() ?? .v1_7
        guard let wanted = call.query["v"], wanted.lowercased() != "latest" else { return latest }
        guard let version = configuration.apiVersions.first(where: { $0.rawValue == wanted.lowercased() }) else {
            throw Refusal(400, "API version \(wanted) is not supported")
        }
        return version
    }

    private static func credentials(of call: Call) -> (String, String)? {
        guard let header = call.authorization, header.lowercased().hasPrefix("basic "),
            let bytes = Base64.decode(header.dropFirst(6).filter { $0 != " " })
        else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(
            separator: ":",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    // What every session offers is found once.
    private static let families = Families.all.map { $0.hubLinks }
    private static let lists =
        families.flatMap(\.references) + families.flatMap(\.services) + families.flatMap(\.entities)
    private static let inferredLists = families.flatMap(\.inferred)
    private static let actions = families.flatMap(\.actions)

    /// Up, lists of references, services, lists of entities, Delete, in this order; only what is served is linked.
    private static func hub(_ session: LogonRecord, in world: World) -> Element {
        let inferred = world.configuration.linksInferredLists ? inferredLists : []
        let deleteType = world.configuration.deleteLinkTyped ? "LogonSession" : nil
        if session.tenant != nil { return CloudTenantLogon.hub(session) }
        return Element(
            "LogonSession",
            Identity(type: "LogonSession", address: one(session.id)),
            links: [OfferedLink("Up", "EnterpriseManager", .entry)] + lists + inferred + actions
                + [OfferedLink("Delete", deleteType, one(session.id))],
            content: [.text("UserName", session.user), .text("SessionId", session.id.description)]
        )
    }
}
