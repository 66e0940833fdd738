// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hypermedia
import HypermediaClient
import NodeStore
import Synchronization

/// A made-up API that shares nothing with Enterprise Manager but the idea of links: lower-case names, another
/// namespace, links in `nav`, no logon, and work that reports back as a `chore`.
final class Greenhouse: Transport {
    private struct State {
        var watered: Set<String> = []
        var chore: String?
        var polls = 0
        var requests: [String] = []
    }

    static let entry = "https://greenhouse.example.test/start"

    static let profile: Profile = {
        var profile = Profile(
            name: "Greenhouse",
            namespace: "urn:test:greenhouse",
            links: LinkShape(element: "a", containers: ["nav"], rel: "rel", type: "type", href: "href", name: "title"),
            identity: IdentityShape(href: "self", type: "kind", name: "label", uid: "tag"),
            verbs: ["go": .get, "back": .get, "water": .put],
            errorMessage: "oops"
        )
        profile.task = TaskRule(
            elements: ["chore"],
            state: "phase",
            terminalStates: ["over"],
            success: "well",
            successValues: ["yes"],
            message: "remark",
            operation: "what",
            id: "no",
            resultRels: ["back"]
        )
        profile.bodies = [BodyRule(rel: "water", root: "watering", source: "made up")]
        return profile
    }()

    private let state = Mutex(State())

    var requests: [String] { state.withLock { $0.requests } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let (status, text) = state.withLock { answer(request, &$0) }
        var fields = HTTPFields()
        fields[.contentType] = "application/xml"
        return TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields),
            body: ResponseBody(bytes: Array(text.utf8))
        )
    }

    private func answer(_ request: TransportRequest, _ state: inout State) -> (Int, String) {
        let path = request.head.path ?? ""
        state.requests.append("\(request.head.method.rawValue) \(path)")
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        switch (request.head.method, path) {
        case (.get, "/start"):
            return (200, page("house", #"<nav><a rel="go" type="bed" href="/b/1" title="North"/></nav>"#))
        case (.get, "/b/1"):
            let plants = ["fern", "moss"].map { name in
                "<plant label=\"\(name)\" tag=\"p-\(name)\" wet=\"\(state.watered.contains(name))\">"
                    + "<nav><a rel=\"water\" href=\"/w/\(name)\"/></nav></plant>"
            }
            return (200, page("bed", plants.joined()))
        case (.put, "/w/fern") where body.contains("<watering xmlns=\"urn:test:greenhouse\" unit=\"l\">"):
            state.chore = "fern"
            return (202, chore("busy", nil))
        case (.get, "/c/9"):
            state.polls += 1
            guard state.polls >= 3, let plant = state.chore else { return (200, chore("busy", nil)) }
            state.watered.insert(plant)
            return (200, chore("over", "yes"))
        default: return (404, page("trouble", "<oops>nothing here</oops>"))
        }
    }

    private func page(_ root: String, _ content: String) -> String {
        "<\(root) xmlns=\"urn:test:greenhouse\">\(content)</\(root)>"
    }

    private func chore(_ phase: String, _ well: String?) -> String {
        "<chore xmlns=\"urn:test:greenhouse\" self=\"/c/9\" no=\"9\" what=\"watering\" phase=\"\(phase)\""
            + (well.map { " well=\"\($0)\"" } ?? "") + "/>"
    }
}
