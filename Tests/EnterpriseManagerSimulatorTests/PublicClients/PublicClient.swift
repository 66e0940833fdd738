// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// Requests as public clients make them: with paths that they know, in the spelling that they use.
///
/// The suites of this folder hold what was seen when such clients ran against the simulator, in our own words; the
/// article “Clients that run against it” names them.
struct PublicClient {
    static let basic = Client.basic("EXAMPLE\\operator", "correct horse")
    static let cookie = "X-RestSvcSessionId="

    var client: Client

    /// A client that is not logged on and sends nothing of its own accord.
    init(_ configuration: SimulatorConfiguration = SimulatorConfiguration()) { client = Client(configuration) }

    /// One that is logged on, and takes the token from the header.
    static func loggedOn(_ configuration: SimulatorConfiguration = SimulatorConfiguration()) throws -> PublicClient {
        var client = PublicClient(configuration)
        client.client.token = client.logOn("/api/sessionMngr/?v=latest").headers[Simulator.tokenHeader]
        return client
    }

    mutating func logOn(_ path: String, accept: String = "application/json") -> SimulatorResponse {
        send(.post, path, [.accept: accept, .authorization: PublicClient.basic])
    }

    mutating func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields = [:],
        body: String = ""
    ) -> SimulatorResponse {
        client.send(method, path, headers: headers, body: body)
    }

    /// A JSON document by its path.
    mutating func json(_ path: String) throws -> ScriptedJSON {
        try PublicClient.json(send(.get, path, [.accept: "application/json"]))
    }
    /// An XML document by its path, got with the header that scripts get by saying nothing.
    mutating func xml(_ path: String) throws -> Page { try Page(send(.get, path, [.accept: "*/*"])) }

    /// An answer in JSON.
    static func json(_ response: SimulatorResponse) throws -> ScriptedJSON {
        try ScriptedJSON(response.body, status: response.status)
    }

    /// The GUID at the end of a UID.
    static func guid(_ uid: String?) -> String { String((uid ?? "").split(separator: ":").last ?? "") }

    /// The GUID of a job.
    mutating func job(_ name: String) throws -> String {
        PublicClient.guid(try json("/api/jobs").items("Refs").first { $0["Name"] == name }?["UID"])
    }
}
