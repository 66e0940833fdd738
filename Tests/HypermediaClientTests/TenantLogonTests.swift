// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

@Suite struct TenantLogonTests {
    private static let password = SimulatorConfiguration().password
    static let tenants = [
        Credentials.tenant("Harbour Logistics", password: password),
        Credentials.organization("quayside", login: "quayside", password: password),
    ]

    @Test(arguments: formats, tenants)
    func aTenantLogsOnByTheBodyAndSeesCloudConnect(_ format: DocumentFormat, _ tenant: Credentials) async throws {
        let server = Server()
        let hops = HopCollector()
        let script = Script(over: server.transport) { _ in nil }
        let options = ClientOptions(accept: format, schema: try .enterpriseManager(), refusesUncheckedBodies: true)
        let client = try server.client(options, through: script, hops: hops, as: tenant)
        try await HypermediaClient.withSession(client) { hub in
            #expect(hub.links.map(\.rel) == ["Up", "Down", "Delete"])
            let plans = try await client.walk(
                try RelPath("Down:CloudConnectService/Down:CloudFailoverPlanReferenceList")
            )
            #expect(plans.items.count == 1)
        }
        #expect(hops.lines.prefix(2) == ["GET entry 200", "POST Create 201"])
        #expect(hops.lines.last == "DELETE Delete 204")
        let logon = try #require(script.requests.first { $0.head.method == .post })
        #expect(logon.head.headerFields[.authorization] == nil)
        #expect(logon.head.headerFields[.contentType] == "application/\(format.rawValue)")
        let body = String(decoding: try #require(logon.body), as: UTF8.self)
        #expect(body.contains("TenantCredentials") != body.contains("VCloudOrganizationCredentials"))
        #expect(server.transport.log.madeUp.isEmpty)
    }

    @Test(arguments: formats) func aForgottenSessionIsRenewedAsTheSameTenant(_ format: DocumentFormat) async throws {
        let server = Server()
        let client = try server.client(ClientOptions(accept: format), as: Self.tenants[0])
        try await HypermediaClient.withSession(client) { hub in
            server.clock.advance(by: .seconds(1000))
            let cloud = try await client.walk(try RelPath("Down:CloudConnectService"))
            #expect(cloud.name == "CloudConnectService")
        }
        #expect(server.logons == 2)
    }

    @Test(arguments: formats) func whatIsToldOfIt(_ format: DocumentFormat) async throws {
        let server = Server()
        let requests = Mutex<[ShownRequest]>([])
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(server.transport.entry),
            transport: server.transport,
            credentials: .tenant("Harbour Logistics", password: "wrong & \"secret\""),
            options: ClientOptions(accept: format),
            onRequest: { request in requests.withLock { $0.append(request) } }
        )
        let error = await clientError(.logonRefused) { try await HypermediaClient.withSession(client) { _ in } }
        #expect(error?.status == 401)
        #expect(server.logons == 1)
        let told = requests.withLock { $0 }
        let shown = try #require(told.last)
        #expect(shown.user == nil)
        let body = try #require(shown.body)
        #expect(body.contains("Harbour Logistics") && body.contains("•••"))
        #expect(!told.contains { "\($0)".contains("secret") })
    }
}
