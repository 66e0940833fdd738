// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization
import Testing

/// What a client tells of its requests before it sends them, and which bodies it does not send.
@Suite struct ShownRequestTests {
    private static func client(
        _ server: Server,
        options: ClientOptions = ClientOptions(),
        _ note: @escaping @Sendable (ShownRequest) -> Void
    ) throws -> HypermediaClient {
        HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(server.transport.entry),
            transport: server.transport,
            credentials: Credentials(user: server.configuration.user, password: server.configuration.password),
            options: options,
            time: server.clock.source,
            onRequest: note
        )
    }

    private static let linking = Body(
        root: nil,
        fields: [
            BodyField("LinkedBackupRepositoryUid", .string("no such repository")),
            BodyField("Options", .fields([BodyField("NewPassword", .string("hunter22"))])),
            BodyField("Note", .string("tell nobody of opensesame")),
        ]
    )

    @Test func everyRequestIsToldAndNoSecret() async throws {
        let server = Server()
        let told = Mutex<[ShownRequest]>([])
        let client = try Self.client(server) { request in told.withLock { $0.append(request) } }
        client.hide("opensesame")
        try await HypermediaClient.withSession(client) { _ in
            let path = try RelPath(
                "Down:JobReferenceList/@Offsite Copy/Alternate:Job/Create:LinkedBackupRepositoryObject"
            )
            guard case .link(let link) = try await client.resolve(path) else { return }
            let order = try client.prepare(link, body: Self.linking)
            #expect(order.verdict == .noSchema)
            #expect(order.shownBody?.contains("hunter22") == false)
            #expect(order.body.map { String(decoding: $0, as: UTF8.self).contains("hunter22") } == true)
            await #expect(throws: ClientError.self) { try await client.perform(order) }
        }
        let requests = told.withLock { $0 }
        #expect(requests.count == server.transport.log.entries.count)
        #expect(requests.map(\.verb) == ["GET", "POST", "GET", "GET", "POST", "DELETE"])
        #expect(requests.map(\.user) == [nil, server.configuration.user, nil, nil, nil, nil])
        let header = ShownRequest.Header(name: "X-RestSvcSessionId", value: ShownRequest.mask)
        #expect(requests.map { $0.headers.contains(header) } == [false, false, true, true, true, true])
        // The href of a session tells its id.
        #expect(requests.last?.target == ShownRequest.mask)
        #expect(requests[4].body?.contains("no such repository") == true)
        let all = "\(requests)"
        for secret in ["hunter22", "opensesame", server.configuration.password, "Basic"] {
            #expect(!all.contains(secret), "\(secret)")
        }
    }

    @Test func aBodyWithoutASchemaIsRefusedIfSoAsked() async throws {
        let server = Server()
        let client = try Self.client(server, options: ClientOptions(refusesUncheckedBodies: true)) { _ in }
        try await HypermediaClient.withSession(client) { _ in
            let job = "Down:JobReferenceList/@Offsite Copy/Alternate:Job"
            guard
                case .link(let create) = try await client.resolve(
                    try RelPath(job + "/Create:LinkedBackupRepositoryObject")
                ), case .link(let toggle) = try await client.resolve(try RelPath(job + "/ToggleScheduleEnabled"))
            else {
                Issue.record("The links are not offered.")
                return
            }
            let order = try client.prepare(create, body: Self.linking)
            let error = await #expect(throws: ClientError.self) { try await client.perform(order) }
            #expect(error?.code == .noSchema)
            #expect(server.transport.log.writes.isEmpty)
            // What has no body needs no schema.
            _ = try await client.perform(try client.prepare(toggle))
        }
        #expect(server.transport.log.writes.count == 1)
    }
}
