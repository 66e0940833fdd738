// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

extension Client {
    /// The hub of Cloud Connect.
    mutating func cloud() throws -> Page { try get(hub?.href("Down:CloudConnectService") ?? "") }

    /// A list of entities of Cloud Connect.
    mutating func cloudList(_ type: String) throws -> Page { try get(try cloud().href("Down:\(type)List")) }

    /// An entity of Cloud Connect, found through links.
    mutating func cloud(_ type: String, _ name: String, item: String? = nil) throws -> Page {
        // A list without it is a page without its links.
        let list = try cloudList(type)
        return list.entries(item ?? type).first { $0["Name"] == name } ?? list
    }

    /// The address that makes one more, told from the others by its last segment.
    mutating func cloudCreate(_ segment: String) throws -> String {
        try cloud().links.first { $0.rel == "Create" && $0.href.hasSuffix("/" + segment) }?.href ?? ""
    }

    /// Sends a body, lets the task end and gets it; anything but 202 is returned as it is.
    mutating func perform(
        _ method: HTTPRequest.Method,
        _ href: String,
        _ root: String = "",
        _ body: Sample? = nil
    ) throws -> Page {
        let text = body?.body(root, json: accept == "application/json") ?? ""
        let answer = try Page(send(method, href, body: text))
        return answer.status == 202 ? try finish(answer) : answer
    }

    /// The UID of the first backup server.
    mutating func server() throws -> String {
        try get(hub?.href("Down:BackupServerReferenceList") ?? "").items("Ref").first?["UID"] ?? ""
    }

    /// One that a tenant has logged on.
    static func tenant(
        _ credentials: Sample,
        _ configuration: SimulatorConfiguration = SimulatorConfiguration(),
        json: Bool = false
    ) throws -> Client {
        var client = Client(configuration, json: json)
        try client.logOn(credentials)
        return client
    }

    /// Logs on with a `LoginSpec`.
    @discardableResult
    mutating func logOn(_ credentials: Sample) throws -> Page {
        token = nil
        let link = try get(Simulator.entryPath).href("Create:LogonSession")
        let response = send(.post, link, body: credentials.body("LoginSpec", json: accept == "application/json"))
        token = response.headers[Simulator.tokenHeader]
        let page = try Page(response)
        hub = page
        return page
    }

    static func standalone(_ name: String, _ password: String = SimulatorConfiguration().password) -> Sample {
        .group([("TenantCredentials", .group([("Username", .text(name)), ("Password", .text(password))]))])
    }

    static func organization(_ name: String, _ password: String = SimulatorConfiguration().password) -> Sample {
        let members: [(String, Sample)] = [
            ("OrganizationName", .text(name)), ("Login", .text("builder")), ("Password", .text(password)),
        ]
        return .group([("VCloudOrganizationCredentials", .group(members))])
    }
}

extension Page {
    /// The items of a list, whose names in JSON are guessed from that of the array.
    func entries(_ name: String) -> [Page] {
        let names = [name, name + "s", name.hasSuffix("s") ? String(name.dropLast()) : name]
        return names.map(items).first { !$0.isEmpty } ?? []
    }

    /// Whether a finished task worked.
    var worked: Bool { child("Result")?["Success"] == "true" }
}
