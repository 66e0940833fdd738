// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Survey
import Testing

@Suite struct CrawlTests {
    static func crawl(
        _ format: DocumentFormat,
        // The whole world is crawled by the tests of the simulator; here a part of it will do.
        limits: CrawlLimits = CrawlLimits(depth: 2),
        from path: RelPath = .here,
        _ change: (inout SimulatorConfiguration) -> Void = { _ in }
    ) async throws -> (report: CrawlReport, log: RequestLog) {
        let transport = SimulatorTransport(
            configuration: SimulatorConfiguration(change),
            step: .milliseconds(1)
        )
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(transport.entry),
            transport: transport,
            credentials: Credentials(user: "EXAMPLE\\operator", password: "correct horse"),
            options: ClientOptions(accept: format)
        )
        let report = try await HypermediaClient.withSession(client) { _ in
            try await Crawl(client, limits: limits).run(from: path)
        }
        return (report, transport.log)
    }

    static let dresses: [@Sendable (inout SimulatorConfiguration) -> Void] = [
        { _ in },
        { $0.keyCase = .camel },
        {
            $0.opaqueURLs = true
            $0.shuffleLinks = true
        },
    ]

    @Test(arguments: [DocumentFormat.xml, .json], dresses.indices)
    func everyReadableLinkLeadsSomewhere(_ format: DocumentFormat, _ dress: Int) async throws {
        let (report, log) = try await CrawlTests.crawl(format, CrawlTests.dresses[dress])
        #expect(report.visits.count > 60)
        #expect(report.findings.isEmpty, "\(report.findings.prefix(3))")
        for visit in report.visits {
            guard case .read(status: 200, root: let root) = visit.outcome else {
                Issue.record("\(visit.path): \(visit.outcome)")
                continue
            }
            if let type = visit.type {
                #expect(Profile.enterpriseManager.types.allows(root, for: type), "\(visit.path) \(root)")
            }
        }
        #expect(Set(report.leftOut.keys).isSubset(of: ["crawl-depth"]))
        #expect(log.madeUp.isEmpty)
        #expect(log.writes.isEmpty)
        #expect(log.trapHits.isEmpty)
        // Entry, logon and logoff, and each visit once.
        #expect(log.entries.count == report.visits.count + 3)
    }

    @Test func formatsAndHrefsMakeNoDifference() async throws {
        let (plain, _) = try await CrawlTests.crawl(.xml)
        let (json, _) = try await CrawlTests.crawl(.json)
        #expect(Set(plain.visits.map(\.path)) == Set(json.visits.map(\.path)))
        let owners = Set(plain.census.owners.keys).union(json.census.owners.keys).filter {
            plain.census.owners[$0] != json.census.owners[$0]
        }
        #expect(owners.isEmpty)
        #expect(plain.census == json.census)
        let (opaque, _) = try await CrawlTests.crawl(.xml, CrawlTests.dresses[2])
        #expect(Set(opaque.census.counts.keys) == Set(plain.census.counts.keys))
    }

    @Test func everyExactPathLeadsThereAgain() async throws {
        let transport = SimulatorTransport(step: .milliseconds(1))
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(transport.entry),
            transport: transport,
            credentials: Credentials(user: "EXAMPLE\\operator", password: "correct horse")
        )
        try await HypermediaClient.withSession(client) { _ in
            let report = try await Crawl(client, limits: CrawlLimits(depth: 2)).run()
            // Two services hand out links that nothing but their href tells apart.
            let services = ["Down:LookupService/", "Down:AgentsService/"]
            let inexact = report.visits.filter { !$0.isExact }.map(\.path.description)
            #expect(inexact.allSatisfy { path in services.contains { path.hasPrefix($0) } }, "\(inexact)")
            for visit in report.visits where visit.isExact {
                let parsed = try RelPath(visit.path.description)
                #expect(parsed == visit.path)
                guard case .read(_, let root) = visit.outcome else { continue }
                #expect(try await client.walk(parsed).name == root)
            }
        }
    }

    @Test(arguments: [DocumentFormat.xml, .json]) func nothingSecretIsInIt(_ format: DocumentFormat) async throws {
        let (report, log) = try await CrawlTests.crawl(format) {
            $0.faults = [Fault(.status(500), on: FaultMatch(path: "/logonSessions"), occurrence: nil)]
        }
        var text = "\(report.visits)\n\(report.findings)"
        dump(report, to: &text)
        #expect(text.contains("LogonSessionList"))
        let logoff = try #require(log.entries.last)
        #expect(logoff.path.hasSuffix("***"))
        #expect(!text.contains("correct horse"))
        #expect(!text.contains("/api/"))
    }

    @Test func errorsAreFindingsAndNotTheEnd() async throws {
        let (whole, _) = try await CrawlTests.crawl(.xml)
        let (report, log) = try await CrawlTests.crawl(.xml) {
            $0.faults = [
                Fault(.status(503), on: FaultMatch(path: "/repositories")),
                Fault(.htmlPage, on: FaultMatch(path: "/backupServers")),
                Fault(.dropBefore, on: FaultMatch(path: "/tasks")),
            ]
        }
        let codes = report.findings.map { visit -> String in
            guard case .failed(let code, _, _) = visit.outcome else { return "\(visit.findings)" }
            return code.rawValue
        }
        #expect(Set(codes).isSuperset(of: ["http-error", "unusable-answer"]))
        #expect(report.visits.count > whole.visits.count / 2)
        #expect(log.madeUp.isEmpty)
    }

    @Test func aLostSessionIsTheEnd() async throws {
        await #expect(throws: ClientError.self) {
            try await CrawlTests.crawl(.xml) {
                $0.faults = [Fault(.unauthorized, on: FaultMatch(path: "/repositories"), occurrence: nil)]
            }
        }
    }

    @Test func limitsAreNamed() async throws {
        let (shallow, _) = try await CrawlTests.crawl(.xml, limits: CrawlLimits(depth: 1))
        #expect(shallow.visits.allSatisfy { $0.depth == 1 })
        #expect((shallow.leftOut["crawl-depth"] ?? 0) > 0)
        let (few, log) = try await CrawlTests.crawl(.xml, limits: CrawlLimits(visits: 5))
        #expect(few.visits.count == 5)
        #expect(log.entries.count == 8)
        #expect((few.leftOut["crawl-visits"] ?? 0) > 0)
    }

    @Test func itBeginsWhereItIsTold() async throws {
        let (report, _) = try await CrawlTests.crawl(
            .json,
            limits: CrawlLimits(depth: 1),
            from: try RelPath("Down:JobReferenceList/@Nightly/Alternate:Job")
        )
        #expect(
            report.visits.allSatisfy { $0.path.description.hasPrefix("Down:JobReferenceList/@Nightly/Alternate:Job/") }
        )
        #expect(report.census.kinds(of: "Job").contains { $0.rel == "Clone" && $0.type == nil })
    }
}
