// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import Synchronization
import Testing

@testable import HypermediaClient

@Suite struct SecrecyTests {
    /// Everything that printing a value in any way shows.
    static func shown(_ value: Any) -> String {
        var text = "\(value)\n\(String(describing: value))\n\(String(reflecting: value))\n"
        dump(value, to: &text)
        return text
    }

    /// A run with everything that may go wrong in it; returns all that a person could get to see, and the secrets.
    static func run(_ server: Server, _ format: DocumentFormat) async throws -> (text: String, secrets: [String]) {
        let tokenName = try #require(HTTPField.Name("X-RestSvcSessionId"))
        let tokens = Mutex<Set<String>>([])
        let script = Script(over: server.transport) { request in
            let outcome = await server.transport.outcome(of: request)
            if case .success(let response) = outcome, let token = response.head.headerFields[tokenName] {
                tokens.withLock { _ = $0.insert(token) }
            }
            return outcome
        }
        let text = Mutex("")
        let note: @Sendable (any Sendable) -> Void = { value in text.withLock { $0 += shown(value) } }
        let hops = HopCollector()
        let ending = Ending()
        let client = try server.client(ClientOptions(accept: format), through: script, hops: hops)
        try await HypermediaClient.withSession(client, onLogoff: ending.note) { hub in
            note(client)
            note(client.mask)
            note(Credentials(user: "u", password: server.configuration.password))
            let links = hub.links.filter { $0.verb == .get } + [hub.selfLink].compactMap(\.self)
            for link in links {
                do {
                    note(try client.prepare(link).target)
                    let answer = try await client.follow(link)
                    note(answer.hop)
                } catch { note("\(error)") }
            }
            for path in ["self/self", "Down:LogonSessionList/*[UserName=nobody]", "Delete/Down", "Down:Nothing"] {
                do { _ = try await client.walk(try RelPath(path)) } catch { note(shown(error)) }
            }
            server.clock.advance(by: .seconds(1000))
            do { _ = try await client.walk(try RelPath("self")) } catch { note(shown(error)) }
        }
        for hop in hops.all { note(hop) }
        for ending in ending.all { note(ending) }
        note(client)
        let found = tokens.withLock { $0 }
        #expect(found.count == 2)
        let ids = found.compactMap { token in
            script.requests.compactMap(\.head.path).compactMap { path in
                path.split(separator: "/").map(String.init).last { $0.count == 36 && $0.contains("-") }
            }
        }.flatMap(\.self)
        let basic = script.requests.compactMap { $0.head.headerFields[.authorization]?.dropFirst("Basic ".count) }
        #expect(basic.count == 2)
        return (
            text.withLock { $0 },
            [server.configuration.password] + found + basic.map(String.init)
                + ids.filter { id in
                    script.requests.contains { $0.head.path?.contains("ogonSessions/\(id)") == true }
                }
        )
    }

    @Test(arguments: formats, [false, true]) func nothingIsToldAnywhere(_ format: DocumentFormat, opaque: Bool)
        async throws
    {
        let server = Server {
            $0.opaqueURLs = opaque
            $0.logonAnswer = .sessionList
        }
        let (text, secrets) = try await SecrecyTests.run(server, format)
        #expect(secrets.count >= (opaque ? 4 : 6))
        #expect(text.count > 2000)
        for secret in secrets { #expect(!text.lowercased().contains(secret.lowercased()), "\(secret)") }
        #expect(server.transport.log.madeUp.isEmpty)
        #expect(server.transport.log.writes.isEmpty)
    }

    @Test func whatATransportSaysIsMasked() async throws {
        let stub = Stub { request in
            guard request.line == "GET /api/thing" else { return nil }
            return .failure(
                TransportFailure(
                    .network,
                    "GET with \(Stub.token) as \(Stub.password) failed",
                    requestMayHaveBeenSent: true
                )
            )
        }
        let error = await clientError(ErrorCode("network")) { try await stub.readThing() }
        #expect(error?.message == "GET with ••• as ••• failed")
    }

    @Test func whatADocumentIsCalledIsMasked() async throws {
        let answers: [Script.Outcome] = [
            .answer(200, "x", type: "text/\(Stub.token)"),
            .answer(200, "<a xmlns=\"\(Stub.sessionID)\"/>"),
            .answer(200, "<\(Stub.sessionID)>"),
            .answer(200, "<a/>", [.contentEncoding: Stub.sessionID]),
            .answer(302, type: nil, [.location: "/api/\(Stub.sessionID)?t=\(Stub.token)"]),
        ]
        for index in answers.indices {
            let stub = Stub { $0.line == "GET /api/thing" ? answers[index] : nil }
            do {
                _ = try await stub.readThing()
                Issue.record("Answer \(index) was accepted.")
            } catch {
                let text = SecrecyTests.shown(error) + stub.hops.all.map { SecrecyTests.shown($0) }.joined()
                #expect(!text.contains(Stub.token) && !text.contains(Stub.sessionID), "\(index)")
            }
        }
    }

    @Test func theMaskKnowsEverySpelling() {
        let mask = SecretMask()
        mask.add("pass word")
        mask.add(token: Stub.token)
        mask.add("abc")
        mask.add(nil)
        #expect(mask.apply(to: "PASS WORD pass%20word Ä") == "••• ••• Ä")
        #expect(mask.apply(to: "x\(Stub.sessionID)x\(Stub.token)x") == "x•••x•••x")
        #expect(mask.apply(to: "abc") == "abc")
        #expect(mask.apply(to: "") == "")
        #expect(SecrecyTests.shown(mask).contains("stub") == false)
    }

    @Test func theLongerSecretIsMaskedFirst() {
        let mask = SecretMask()
        mask.add("secret")
        mask.add("secret-and-more")
        #expect(mask.apply(to: "secret-and-more secret") == "••• •••")
    }
}
