// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hypermedia
import HypermediaClient
import NodeStore
import Synchronization
import Workflows

/// A greenhouse whose answers a test writes down itself.
final class Script: Transport {
    /// What the answers depend on.
    struct World {
        /// How often each request came, the one at hand included.
        var counts: [String: Int] = [:]
        /// What happened.
        var marks: Set<String> = []
        /// Every request, in order.
        var requests: [String] = []
    }

    struct Request {
        /// Method and path, such as `GET /b/1`.
        let line: String
        let body: String
        let count: Int
    }

    typealias Answer = @Sendable (Request, inout World) -> (Int, String)

    private let state = Mutex(World())
    private let answer: Answer
    let time = HandTime()
    let profile: Profile

    init(profile: Profile = Greenhouse.profile, _ answer: @escaping Answer) {
        self.profile = profile
        self.answer = answer
    }

    var requests: [String] { state.withLock { $0.requests } }
    var writes: [String] { requests.filter { !$0.hasPrefix("GET") } }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let line = "\(request.head.method.rawValue) \(request.head.path ?? "")"
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        let (status, text) = state.withLock { world in
            let count = world.counts[line, default: 0] + 1
            world.counts[line] = count
            world.requests.append(line)
            return answer(Request(line: line, body: body, count: count), &world)
        }
        if status == 0 {
            throw TransportFailure(.network, "The connection broke.", requestMayHaveBeenSent: true)
        }
        var fields = HTTPFields()
        fields[.contentType] = text.hasPrefix("<") ? "application/xml" : "application/octet-stream"
        return TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields),
            body: ResponseBody(bytes: Array(text.utf8))
        )
    }

    /// What the script says to a request, for a script that is part of another.
    func reply(_ request: Request, _ world: inout World) -> (Int, String) { answer(request, &world) }

    // MARK: Documents

    static func page(_ root: String, _ attributes: String = "", _ content: String = "") -> String {
        "<\(root) xmlns=\"urn:test:greenhouse\" \(attributes)>\(content)</\(root)>"
    }

    static func link(_ rel: String, _ href: String, type: String? = nil, title: String? = nil) -> String {
        "<a rel=\"\(rel)\"" + (type.map { " type=\"\($0)\"" } ?? "") + " href=\"\(href)\""
            + (title.map { " title=\"\($0)\"" } ?? "") + "/>"
    }

    /// The entry point with the given links.
    static func house(_ links: String...) -> String { page("house", "", "<nav>\(links.joined())</nav>") }

    // MARK: Runs

    /// A workflow from the part of a file that stands under `workflowId` and `summary`.
    func workflow(_ body: String) throws -> Workflow {
        let indented = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        let yaml = """
            emflow: "1.0"
            info: {title: Trial}
            workflows:
              - workflowId: trial
                summary: Try

            """ + indented.joined(separator: "\n")
        return try WorkflowFile(yaml: yaml, file: "trial.yaml", profile: profile).workflows[0]
    }

    func connect() throws -> HypermediaClient {
        HypermediaClient(
            profile: profile,
            entry: try EntryPoint(Greenhouse.entry),
            transport: self,
            credentials: nil,
            time: time.source
        )
    }

    func run(_ body: String, _ inputs: [String: String] = [:]) async throws -> RunResult {
        let workflow = try workflow(body)
        let client = try connect()
        return try await HypermediaClient.withSession(client) { _ in
            try await WorkflowRunner(client: client).run(workflow, inputs: inputs)
        }
    }

    func plan(_ body: String, _ inputs: [String: String] = [:]) async throws -> Plan {
        let workflow = try workflow(body)
        let client = try connect()
        return try await HypermediaClient.withSession(client) { _ in
            try await WorkflowRunner(client: client).plan(workflow, inputs: inputs)
        }
    }
}
