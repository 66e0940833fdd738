// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Prepared situations: the right cause comes first, with what was seen and something to do.
@Suite struct DiagnosisTests {
    static let nightly = "Down:JobReferenceList/@Nightly/Alternate:Job"
    static let offsite = "Down:JobReferenceList/@Offsite Copy/Alternate:Job"
    static let server = "Down:BackupServerReferenceList/*[Name=vbr01.example.test]/Alternate:BackupServer"

    struct Expected: Sendable, CustomTestStringConvertible {
        let path: String
        let finding: Diagnosis.Finding
        let kind: Cause.Kind
        let certainty: Cause.Certainty
        var word = ""
        var says = ""
        var remedy = ""
        var account: String?
        var apiVersion: String?
        var testDescription: String { "\(path) \(account ?? "") \(apiVersion ?? "")" }
    }

    static let situations: [Expected] = [
        // The list has references, the entity has the link.
        Expected(
            path: "Down:JobReferenceList/@Nightly/Start",
            finding: .missing,
            kind: .reference,
            certainty: .certain,
            says: "JobReference",
            remedy: nightly + "/Start"
        ),
        // The link is one of items.
        Expected(
            path: "Down:JobReferenceList/Clone",
            finding: .missing,
            kind: .collection,
            certainty: .certain,
            says: "items",
            remedy: "Down:JobReferenceList"
        ),
        // A job of the wrong type, both ways.
        Expected(
            path: nightly + "/Create:LinkedBackupRepositoryObject",
            finding: .missing,
            kind: .wrongKind,
            certainty: .certain,
            says: "JobType is Backup",
            remedy: nightly
        ),
        Expected(
            path: nightly + "/Down:LinkedBackupRepositoryObjectList",
            finding: .missing,
            kind: .wrongKind,
            certainty: .certain,
            says: "JobType is Backup",
            remedy: nightly
        ),
        Expected(
            path: offsite + "/Start",
            finding: .missing,
            kind: .wrongKind,
            certainty: .certain,
            says: "JobType is ImmediateBackupCopy",
            remedy: offsite + "/Sync"
        ),
        // The same, asked of the reference.
        Expected(
            path: "Down:JobReferenceList/@Offsite Copy/Start",
            finding: .missing,
            kind: .wrongKind,
            certainty: .certain,
            says: "JobType is ImmediateBackupCopy",
            remedy: offsite + "/Sync"
        ),
        // Jobs of agents cannot be cloned.
        Expected(
            path: "Down:AgentsService/Down:JobList/@Linux Hosts Backup/Clone",
            finding: .missing,
            kind: .otherResource,
            certainty: .likely,
            says: "AgentBackupJob"
        ),
        // Offered, but the state does not allow it.
        Expected(
            path: nightly + "/Stop",
            finding: .offered,
            kind: .state,
            certainty: .likely,
            says: "State is Stopped",
            remedy: nightly + "/Down:BackupJobSessionReferenceList"
        ),
        Expected(
            path: nightly + "/Retry",
            finding: .offered,
            kind: .state,
            certainty: .likely,
            says: "Result is Success",
            remedy: nightly + "/Down:BackupJobSessionReferenceList"
        ),
        // An older version of the API.
        Expected(
            path: offsite + "/Create:LinkedBackupRepositoryObject",
            finding: .missing,
            kind: .version,
            certainty: .likely,
            says: "v1_6",
            remedy: "v1_7",
            apiVersion: "v1_6"
        ),
        // A role that does not see it, and one that may not do it.
        Expected(
            path: "Down:EnterpriseSecuritySettings",
            finding: .missing,
            kind: .role,
            certainty: .likely,
            says: "EXAMPLE\\portal.user",
            account: "EXAMPLE\\portal.user"
        ),
        Expected(
            path: "Down:JobReferenceList",
            finding: .missing,
            kind: .role,
            certainty: .likely,
            says: "EXAMPLE\\restore.operator",
            account: "EXAMPLE\\restore.operator"
        ),
        Expected(
            path: nightly + "/Start",
            finding: .offered,
            kind: .role,
            certainty: .likely,
            says: "EXAMPLE\\portal.user",
            account: "EXAMPLE\\portal.user"
        ),
        // Misspelt relation, type, case.
        Expected(
            path: nightly + "/Strat",
            finding: .missing,
            kind: .misspelt,
            certainty: .likely,
            says: "Start",
            remedy: nightly + "/Start"
        ),
        Expected(
            path: "Down:JobReferencesList",
            finding: .missing,
            kind: .misspelt,
            certainty: .likely,
            says: "JobReferenceList",
            remedy: "Down:JobReferenceList"
        ),
        Expected(
            path: nightly + "/Clone:Job",
            finding: .missing,
            kind: .misspelt,
            certainty: .certain,
            says: "without a type",
            remedy: nightly + "/Clone"
        ),
        Expected(
            path: "Down:JobReferenceList/@Nigthly/Alternate:Job/Start",
            finding: .missing,
            kind: .item,
            certainty: .certain,
            says: "items",
            remedy: "Down:JobReferenceList"
        ),
        // Two Create links without a type.
        Expected(
            path: server + "/Create",
            finding: .ambiguous,
            kind: .ambiguous,
            certainty: .certain,
            says: "Create",
            remedy: server + "/Create:Credentials"
        ),
        Expected(
            path: "Down",
            finding: .ambiguous,
            kind: .ambiguous,
            certainty: .certain,
            says: "Down:JobReferenceList"
        ),
        // Documented without a link.
        Expected(
            path: nightly + "/Delete",
            finding: .missing,
            kind: .neverOffered,
            certainty: .certain,
            says: "offers no Delete"
        ),
        Expected(
            path: "Down:CdpPolicyReferenceList",
            finding: .missing,
            kind: .neverOffered,
            certainty: .certain,
            says: "offers no Down:CdpPolicyReferenceList"
        ),
        // A path that goes on behind a write.
        Expected(
            path: nightly + "/Start/Related:BackupJobSession",
            finding: .offered,
            kind: .writeInPath,
            certainty: .certain,
            says: "POST",
            remedy: nightly + "/Start"
        ),
    ]

    @Test(arguments: situations, [DocumentFormat.xml, .json])
    func theRightCauseComesFirst(_ expected: Expected, _ format: DocumentFormat) async throws {
        let laboratory = try Laboratory(accept: format, apiVersion: expected.apiVersion)
        let client = try expected.account.map { try laboratory.client(as: $0, accept: format) } ?? laboratory.client
        let diagnosis = try await HypermediaClient.withSession(client) { _ in
            try await Diagnoser(client: client).why(RelPath(expected.path))
        }
        #expect(diagnosis.finding == expected.finding, "\(diagnosis.sentence)")
        let cause = try #require(diagnosis.causes.first)
        #expect(cause.kind == expected.kind, "\(diagnosis.causes.map { "\($0.kind): \($0.sentence)" })")
        #expect(cause.certainty == expected.certainty)
        #expect(!cause.evidence.isEmpty)
        let seen = cause.evidence.map(\.sentence).joined(separator: "\n")
        #expect(seen.contains(expected.says), "\(seen)")
        let remedies = cause.remedies.map { remedy in
            if case .version(let version) = remedy.action { return version }
            return remedy.path?.description ?? ""
        }
        #expect(!cause.remedies.isEmpty)
        #expect(expected.remedy.isEmpty || remedies.contains(expected.remedy), "\(remedies)")
        // Asking why changes nothing.
        #expect(laboratory.transport.log.madeUp.isEmpty)
        #expect(laboratory.recorder.writes.isEmpty)
    }

    @Test(arguments: [DocumentFormat.xml, .json], [false, true])
    func whatIsRunningIsToldByItsSessions(_ format: DocumentFormat, _ isOpaque: Bool) async throws {
        let laboratory = try Laboratory(accept: format) {
            $0.opaqueURLs = isOpaque
            $0.shuffleLinks = isOpaque
            $0.decoyLinks = isOpaque
            $0.jobSessionDuration = .seconds(3600)
        }
        let client = laboratory.client
        // Decoys differ from the real link in their type alone.
        let mark = isOpaque ? "[Type=]" : ""
        try await HypermediaClient.withSession(client) { _ in
            let job = try await client.walk(RelPath(Self.nightly))
            let diagnoser = Diagnoser(client: client)
            #expect(try await diagnoser.why(RelPath(Self.nightly + "/Start\(mark)")).causes.isEmpty)
            let start = try LinkSelector(rel: "Start", type: LinkType.none).selectOne(in: job)
            _ = try await TaskWaiter(client: client).wait(for: client.follow(start))

            let again = try await diagnoser.why(RelPath(Self.nightly + "/Start\(mark)"))
            #expect(again.finding == .offered)
            #expect(again.causes.first?.kind == .state)
            #expect(again.causes.first?.certainty == .likely)
            let seen = try #require(again.causes.first?.evidence.first)
            #expect(seen.property == "State")
            #expect(["Starting", "Working"].contains(seen.value))
            #expect(try await diagnoser.why(RelPath(Self.nightly + "/Stop\(mark)")).causes.isEmpty)

            // Nothing documented says that a running job cannot be cloned; if it is refused, it is the likeliest reason.
            let clone = try await diagnoser.why(RelPath(Self.nightly + "/Clone\(mark)"))
            #expect(clone.causes.map(\.certainty) == [.possible])
            let refusal = Refusal(status: 400, said: "Job is in use.")
            let refused = try await diagnoser.why(RelPath(Self.nightly + "/Clone\(mark)"), refusal: refusal)
            #expect(refused.finding == .refused)
            #expect(refused.causes.map(\.kind) == [.state, .server])
            #expect(refused.causes.first?.certainty == .likely)
        }
        #expect(laboratory.transport.log.madeUp.isEmpty)
        #expect(laboratory.transport.log.trapHits.isEmpty)
    }

    @Test(arguments: [DocumentFormat.xml, .json])
    func offeredAndRefusedIsAMatterOfTheRole(_ format: DocumentFormat) async throws {
        let laboratory = try Laboratory(accept: format)
        let client = try laboratory.client(as: "EXAMPLE\\portal.user", accept: format)
        try await HypermediaClient.withSession(client) { _ in
            let path = try RelPath(Self.nightly + "/Start")
            let job = try await client.walk(RelPath(Self.nightly))
            let error = await #expect(throws: ClientError.self) {
                try await client.follow(LinkSelector(rel: "Start").selectOne(in: job))
            }
            let refusal = try #require(error.flatMap { Refusal($0) })
            #expect(refusal.status == 403)
            let diagnosis = try await Diagnoser(client: client).why(path, refusal: refusal)
            #expect(diagnosis.finding == .refused)
            let cause = try #require(diagnosis.causes.first)
            #expect(cause.kind == .role)
            #expect(cause.certainty == .certain)
            #expect(cause.evidence.first?.sentence.contains("403") == true)
            #expect(cause.evidence.contains { $0.value == "EXAMPLE\\portal.user" })
            #expect(cause.source?.contains("security_roles_concept") == true)
        }
    }

    @Test func aReadThatIsRefusedOnTheWayIsExplainedThere() async throws {
        let fault = try #require(FaultGrammar.fault("status=403@GET:jobs"))
        let laboratory = try Laboratory { $0.faults = [fault] }
        let diagnosis = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await Diagnoser(client: laboratory.client).why(RelPath(Self.nightly + "/Start"))
        }
        #expect(diagnosis.finding == .refused)
        #expect(diagnosis.causes.first?.kind == .role)
        #expect(diagnosis.sentence.contains("Down:JobReferenceList"))
    }

    @Test func aLinkThatLeadsNowhereAnyMoreIsGone() async throws {
        let laboratory = try Laboratory()
        let diagnosis = try await HypermediaClient.withSession(laboratory.client) { _ in
            try await Diagnoser(client: laboratory.client).why(
                RelPath(Self.nightly + "/Stop"),
                refusal: Refusal(status: 404, said: "Cannot find job")
            )
        }
        #expect(diagnosis.causes.map(\.kind) == [.gone, .state])
        #expect(diagnosis.causes.first?.evidence.last?.sentence == "Read again, it still offers the link.")
    }

    @Test func aPathWithoutALinkAtItsEndIsNoQuestion() async throws {
        let laboratory = try Laboratory()
        await #expect(throws: HypermediaError.self) {
            try await HypermediaClient.withSession(laboratory.client) { _ in
                try await Diagnoser(client: laboratory.client).why(RelPath("Down:JobReferenceList/@Nightly"))
            }
        }
    }

    @Test(arguments: [
        ("https://em.example.test:9419/api/", 404, Cause.Certainty.certain, "REST API of a backup server"),
        ("https://em.example.test:9443/api/", 200, .likely, "website"),
        ("http://em.example.test:9399/api/", 404, .likely, "plain HTTP"),
        ("https://em.example.test:9392/api/", 500, .likely, "backup server"),
    ])
    func theWrongPortIsToldByItsNumber(
        _ url: String,
        _ status: Int,
        _ certainty: Cause.Certainty,
        _ word: String
    ) async throws {
        let entry = try EntryPoint(url)
        let stub = StubbornTransport(status: status)
        let client = HypermediaClient(
            profile: .enterpriseManager,
            entry: entry,
            transport: stub,
            credentials: Credentials(user: "me", password: "secret")
        )
        let error = await #expect(throws: ClientError.self) { try await client.logOn() }
        let diagnosis = Diagnoser.why(try #require(error), connectingTo: entry, profile: .enterpriseManager)
        #expect(diagnosis.finding == .unreachable)
        let cause = try #require(diagnosis.causes.first)
        #expect(cause.kind == .product)
        #expect(cause.certainty == certainty)
        #expect(cause.sentence.contains(word), "\(cause.sentence)")
        let isHTTPS = entry.origin.scheme == "https"
        #expect(cause.remedies.map(\.action) == [.connect(port: 9398, scheme: isHTTPS ? nil : "https")])
    }

    /// A run that ends at a link says which, so that the question can be asked.
    @Test(arguments: [DocumentFormat.xml, .json]) func aRunSaysWhereItsLinkWasToBe(_ format: DocumentFormat)
        async throws
    {
        let workflow = try WorkflowDraft("sync", "Sync a job") {
            WorkflowInput("job")
            WorkflowKeyword.danger(.none, "It runs now.")
            WorkflowKeyword.unverified("a test")
            WorkflowStep("jobs").follow("Down", type: "JobReferenceList")
            WorkflowStep("job", from: "$steps.jobs").select(item: "Ref", where: ["Name": "$inputs.job"])
            WorkflowStep("entity", from: "$steps.job").follow("Alternate", type: "Job")
            WorkflowStep("sync", from: "$steps.entity").follow("Sync", type: LinkType.none)
        }.workflow(profile: .enterpriseManager)
        let laboratory = try Laboratory(accept: format)
        try await HypermediaClient.withSession(laboratory.client) { _ in
            let result = try await laboratory.runner().run(workflow, inputs: ["job": "Nightly"])
            #expect(result.failure?.code == .linkMissing)
            let path = try #require(result.path)
            #expect(path.description == "Down:JobReferenceList/*[Name=Nightly]/Alternate:Job/Sync[Type=]")
            let diagnosis = try await Diagnoser(client: laboratory.client).why(path)
            #expect(diagnosis.causes.first?.kind == .wrongKind)
            #expect(try await laboratory.runner().run(workflow, inputs: ["job": "Offsite Copy"]).path == nil)
        }
    }

    @Test func theRightPortIsNotBlamed() throws {
        let error = WorkflowFailure()
        let entry = try EntryPoint("https://em.example.test:9398/api/")
        let diagnosis = Diagnoser.why(error, connectingTo: entry, profile: .enterpriseManager)
        #expect(diagnosis.causes.map(\.kind) == [.server])
    }

    private struct WorkflowFailure: ActionableError {
        let code = ErrorCode("connection-refused")
        let message = "Nobody listens there."
    }

    /// Answers every request as the REST API of a backup server does: in JSON, with words of its own.
    private struct StubbornTransport: Transport {
        let status: Int

        func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
            let body =
                status == 200
                ? "<!DOCTYPE html><html></html>"
                : #"{"errorCode":"NotFound","message":"The header x-api-version is missing","resourceId":null}"#
            return TransportResponse(
                head: HTTPResponse(
                    status: .init(code: status),
                    headerFields: [.contentType: status == 200 ? "text/html" : "application/json"]
                ),
                body: ResponseBody(bytes: Array(body.utf8))
            )
        }
    }
}

extension Laboratory {
    /// A client of the same server for one of its other accounts.
    func client(as name: String, accept: DocumentFormat) throws -> HypermediaClient {
        let account = SimulatorConfiguration().accounts.first { $0.name == name }
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(transport.entry),
            transport: recorder,
            credentials: Credentials(user: name, password: account?.password ?? ""),
            options: ClientOptions(accept: accept),
            time: time.source
        )
    }
}
