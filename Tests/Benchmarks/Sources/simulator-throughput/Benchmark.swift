// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import EnterpriseManagerSimulator
import Foundation

/// Loads both servers in turn, and prints what they did.
struct Benchmark {
    private let rounds: Int
    private let seconds: Int
    private let connections: Int
    private let documents: [Document]
    /// Where wrk is; nil for the client that comes along.
    private let wrk: URL?

    init(_ options: Options) {
        rounds = options.number("rounds", or: 5)
        seconds = options.number("seconds", or: 1)
        connections = options.number("connections", or: 8)
        documents = Document.all.filter { options["only"].map($0.name.contains) ?? true }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { URL(fileURLWithPath: "\($0)/wrk") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        wrk = options["client"] == "ahc" ? nil : found
    }

    func run() async throws {
        let client = wrk == nil ? "AsyncHTTPClient" : "wrk"
        print("\(rounds) rounds of \(seconds) s on \(connections) connections, client: \(client)")
        print("                                    bytes   bare/s  simulator/s   ratio (lowest-highest)")
        for isSecure in [false, true] {
            for document in documents { try await measure(document, isSecure: isSecure) }
        }
    }

    private func measure(_ document: Document, isSecure: Bool) async throws {
        let simulator = try ServerProcess(.simulator, isSecure: isSecure, jobs: document.jobs)
        defer { simulator.stop() }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Load.configuration(1))
        let (token, path, size): (String, String, Int)
        do {
            token = try await Benchmark.logOn(simulator.origin, client)
            path = try await Benchmark.path(of: document, simulator.origin, token, client)
            size = try await Load.get(simulator.origin + path, token: token, client).readableBytes
        } catch {
            try await client.shutdown()
            throw error
        }
        try await client.shutdown()
        let bare = try ServerProcess(.bare, isSecure: isSecure, sizes: [size])
        defer { bare.stop() }
        var figures: [(bare: Double, simulator: Double)] = []
        // The first round warms up.
        for _ in 0...rounds {
            figures.append(
                (
                    try requestsPerSecond(bare.origin + "/\(size)", token),
                    try requestsPerSecond(simulator.origin + path, token)
                )
            )
        }
        report(document, isSecure: isSecure, size, Array(figures.dropFirst()))
    }

    private func report(
        _ document: Document,
        isSecure: Bool,
        _ size: Int,
        _ figures: [(bare: Double, simulator: Double)]
    ) {
        let ratios = figures.map { $0.simulator / $0.bare }.sorted()
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        let name = "\(document.name), \(isSecure ? "TLS" : "plain")"
        print(
            name + String(repeating: " ", count: max(1, 32 - name.count))
                + String(
                    format: "%9d %8.0f %12.0f    %.2f (%.2f-%.2f)",
                    size,
                    median(figures.map(\.bare)),
                    median(figures.map(\.simulator)),
                    median(ratios),
                    ratios.first ?? 0,
                    ratios.last ?? 0
                )
        )
    }

    private func requestsPerSecond(_ url: String, _ token: String) throws -> Double {
        guard let wrk else {
            let text = try ServerProcess.output(
                of: ServerProcess.executable,
                ["--load=\(url)", "--connections=\(connections)", "--seconds=\(seconds)", "--token=\(token)"]
            )
            guard let number = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw BenchmarkFailure("the client failed at \(url)")
            }
            return number
        }
        let text = try ServerProcess.output(
            of: wrk,
            [
                "-t1", "-c\(connections)", "-d\(seconds)s", "-H", "Accept: application/xml", "-H",
                "X-RestSvcSessionId: \(token)", url,
            ]
        )
        let line = text.split(separator: "\n").first { $0.hasPrefix("Requests/sec:") }
        guard !text.contains("Non-2xx"), let number = line?.split(separator: " ").last.flatMap({ Double($0) }) else {
            throw BenchmarkFailure("wrk failed at \(url): \(text)")
        }
        return number
    }

    private static func logOn(_ origin: String, _ client: HTTPClient) async throws -> String {
        var request = HTTPClientRequest(url: origin + "/api/sessionMngr/?v=latest")
        request.method = .POST
        let credentials = Data("\(SimulatedServer.user):\(SimulatedServer.password)".utf8).base64EncodedString()
        request.headers.add(name: "Authorization", value: "Basic " + credentials)
        let response = try await client.execute(request, timeout: .seconds(10))
        guard let token = response.headers.first(name: "X-RestSvcSessionId") else {
            throw BenchmarkFailure("the logon is answered \(response.status)")
        }
        return token
    }

    /// The path with the ids that this simulator uses.
    private static func path(
        of document: Document,
        _ origin: String,
        _ token: String,
        _ client: HTTPClient
    ) async throws -> String {
        let session = Data(base64Encoded: token).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var path = document.path.replacingOccurrences(of: "{session}", with: session)
        if path.contains("{job}") {
            let list = try await Load.get(origin + "/api/jobs", token: token, client)
            let text = String(buffer: list)
            guard let start = text.range(of: "/api/jobs/") else { throw BenchmarkFailure("there is no job") }
            path = path.replacingOccurrences(of: "{job}", with: String(text[start.upperBound...].prefix(36)))
        }
        return path
    }
}
