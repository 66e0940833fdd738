// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import HTTPTypes
import Hypermedia
import HypermediaClient

/// The smallest server that one can log on to; what lies behind its links a test says.
struct Stub {
    static let token = "c3R1Yi1zZXNzaW9uLTQ3MTE="
    static let sessionID = "stub-session-4711"
    static let password = "pa$$ word/4711"
    static let origin = "https://stub.test:9398"

    let script: Script
    let hops = HopCollector()

    /// A server.
    ///
    /// - Parameters:
    ///   - thing: the href of the one `Down` link.
    ///   - answer: what is answered beside entry, logon and logoff; nil for the usual.
    init(thing: String = "/api/thing", _ answer: @escaping @Sendable (TransportRequest) async -> Script.Outcome?) {
        script = Script { request in
            if let outcome = await answer(request) { return outcome }
            let type = request.isJSON ? "application/json" : "application/xml"
            switch request.line {
            case "GET /api/": return .answer(200, request.isJSON ? Stub.rootJSON : Stub.rootXML, type: type)
            case "POST /api/logon":
                return .answer(
                    201,
                    request.isJSON ? Stub.hubJSON(thing) : Stub.hubXML(thing),
                    type: type,
                    Stub.tokenField
                )
            case "DELETE /api/session": return .answer(204, type: nil)
            default: return .answer(404, type: nil)
            }
        }
    }

    func client(_ options: ClientOptions = ClientOptions(), entry: String = Stub.origin + "/api/") throws
        -> HypermediaClient
    {
        HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(entry),
            transport: script,
            credentials: Credentials(user: "me", password: Stub.password),
            options: options,
            time: HandClock().source,
            onHop: { [hops] in hops.add($0) }
        )
    }

    /// Follows the one `Down` link within a session.
    func readThing(_ options: ClientOptions = ClientOptions()) async throws -> Answer {
        let client = try client(options)
        return try await HypermediaClient.withSession(client) { hub in
            try await client.follow(try LinkSelector(rel: "Down", type: "Thing").selectOne(in: hub))
        }
    }

    /// Performs the one `Start` link within a session.
    func start(_ options: ClientOptions = ClientOptions(), body: Body? = nil) async throws -> Answer {
        let client = try client(options)
        return try await HypermediaClient.withSession(client) { hub in
            try await client.follow(try LinkSelector(rel: "Start").selectOne(in: hub), body: body)
        }
    }

    static var tokenField: HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-RestSvcSessionId") { fields[name] = token }
        return fields
    }

    static let namespace = "http://www.veeam.com/ent/v1.0"
    static let thing = "<Thing xmlns=\"\(namespace)\" Name=\"One\"/>"
    static let rootXML = """
        <EnterpriseManager xmlns="\(namespace)"><Links><Link Rel="Create" Type="LogonSession" Href="/api/logon"/></Links>
        </EnterpriseManager>
        """
    static let rootJSON = #"{"Links":[{"Rel":"Create","Type":"LogonSession","Href":"/api/logon"}]}"#

    static func hubXML(_ thing: String) -> String {
        """
        <LogonSession xmlns="\(namespace)" Type="LogonSession" Href="/api/session"><Links>
        <Link Rel="Down" Type="Thing" Href="\(thing)"/><Link Rel="Start" Href="/api/start"/>
        <Link Rel="Delete" Href="/api/session"/></Links><SessionId>\(sessionID)</SessionId></LogonSession>
        """
    }

    static func hubJSON(_ thing: String) -> String {
        """
        {"Type":"LogonSession","Href":"/api/session","SessionId":"\(sessionID)","Links":[
        {"Rel":"Down","Type":"Thing","Href":"\(thing)"},{"Rel":"Start","Href":"/api/start"},
        {"Rel":"Delete","Href":"/api/session"}]}
        """
    }
}
