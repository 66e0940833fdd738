// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

/// A client that follows links and has its own clock.
struct Client {
    var simulator: Simulator
    var accept = "application/xml"
    var token: String?
    var now = Duration.zero
    /// The logon session after ``logOn(version:)``.
    var hub: Page?
    /// What happens to answers on their way, told the path that was asked for; nil for nothing.
    var damage: (@Sendable (String, inout SimulatorResponse) -> Void)?

    init(_ configuration: SimulatorConfiguration = SimulatorConfiguration(), json: Bool = false) {
        simulator = Simulator(configuration: configuration)
        if json { accept = "application/json" }
    }

    /// One that is logged on.
    static func loggedOn(
        _ configuration: SimulatorConfiguration = SimulatorConfiguration(),
        json: Bool = false,
        version: String = "latest",
        as account: SimulatorAccount? = nil
    ) throws -> Client {
        var client = Client(configuration, json: json)
        try client.logOn(version: version, as: account)
        return client
    }

    static func basic(_ user: String, _ password: String) -> String {
        "Basic " + Base64.encode("\(user):\(password)".utf8)
    }

    mutating func logOn(version: String = "latest", as account: SimulatorAccount? = nil) throws {
        let root = try get(Simulator.entryPath)
        let link =
            version == "latest"
            ? root.href("Create:LogonSession")
            : (root.child("SupportedVersions") ?? root).item("SupportedVersion", named: version)?
                .href("Create:LogonSession") ?? ""
        let account = account ?? simulator.configuration.everyAccount[0]
        let response = send(
            .post,
            link,
            headers: [.authorization: Client.basic(account.name, account.password)]
        )
        token = response.headers[Simulator.tokenHeader]
        let page = try Page(response)
        hub = page.items("LogonSession").first ?? page
    }

    /// Sends to an href (any origin) or a path.
    mutating func send(
        _ method: HTTPRequest.Method,
        _ href: String,
        headers: HTTPFields = [:],
        body: String = ""
    ) -> SimulatorResponse {
        var fields = headers
        if fields[.accept] == nil { fields[.accept] = accept }
        if let token, fields[Simulator.tokenHeader] == nil { fields[Simulator.tokenHeader] = token }
        var path = href
        if let scheme = href.firstRange(of: "://") {
            path = String(href[scheme.upperBound...].drop { $0 != "/" })
        }
        var response = simulator.respond(
            to: SimulatorRequest(method, path, headers: fields, body: Array(body.utf8)),
            at: now
        )
        damage?(path, &response)
        return response
    }

    mutating func get(_ href: String) throws -> Page { try Page(send(.get, href)) }

    mutating func post(_ href: String, _ body: String = "") throws -> Page {
        try Page(send(.post, href, body: body))
    }

    mutating func delete(_ href: String) throws -> Page { try Page(send(.delete, href)) }

    /// Lets tasks end and show their effect.
    mutating func wait() { now += simulator.configuration.taskDuration + simulator.configuration.effectDelay }

    /// Lets the task of an answer end, and gets it.
    mutating func finish(_ task: Page) throws -> Page {
        now += simulator.configuration.taskDuration
        return try get(task["Href"] ?? "")
    }

    /// The entity of a job, found by its name through links.
    mutating func job(_ name: String) throws -> Page {
        let list = try get(hub?.href("Down:JobReferenceList") ?? "")
        return try get(list.item("Ref", named: name)?.href("Alternate:Job") ?? "")
    }

    /// The UID of a repository.
    mutating func repository(_ name: String) throws -> String {
        try get(hub?.href("Down:RepositoryReferenceList") ?? "").item("Ref", named: name)?["UID"] ?? ""
    }
}
