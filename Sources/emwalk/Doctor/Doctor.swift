// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import HTTPTransport
internal import Hypermedia
internal import HypermediaClient
internal import Survey
internal import Synchronization

/// Looks at a connection floor by floor, from the name of the server to the role of the account.
///
/// The first floor that does not hold ends it; what lies above is told as not looked at.
struct Doctor: Sendable {
    /// What is above what, by the names of checks.
    private static let floors = ["dns", "tcp", "tls", "product", "versions", "clock", "logon", "role", "links"]

    /// What was seen, and what a support bundle is made of.
    struct Visit: Sendable {
        var report = DoctorReport()
        var versions: [String] = []
        var census = LinkCensus()
        var trace: [Hop] = []
        var redaction = Redaction()
        /// Names that tell where and who this is.
        var names: Set<String> = []
    }

    let prepared: PreparedConnection
    let wantedVersion: String?

    func visit() async throws -> Visit {
        let prepared = prepared
        return try await prepared.target.open(prepared.transportOptions) { entry, transport, credentials in
            var visit = Visit()
            visit.redaction.learn(credentials)
            visit.names = [entry.origin.host]
            if !credentials.user.isEmpty { visit.names.insert(credentials.user) }
            let rules = DoctorRules(profile: prepared.profile, now: .now)
            if !prepared.target.isCassette {
                guard await network(entry, rules, &visit) else { return finished(visit) }
            }
            try await session(entry, transport, credentials, rules, &visit)
            return finished(visit)
        }
    }

    /// Name, port, certificate; false if nothing above can hold.
    private func network(_ entry: EntryPoint, _ rules: DoctorRules, _ visit: inout Visit) async -> Bool {
        let origin = entry.origin
        let probe = NetworkProbe(
            scheme: origin.scheme,
            host: origin.host,
            port: origin.port,
            limit: prepared.transportOptions.connectTimeout
        )
        do {
            let address = try await probe.address()
            visit.names.insert(address)
            let host = origin.host.filter { $0 != "[" && $0 != "]" }
            let finding = address == host ? "\(address) is an address." : "\(host) is \(address)."
            visit.report.checks.append(DoctorCheck("dns", .good, finding))
        } catch {
            visit.report.checks.append(
                DoctorCheck("dns", .problem, error.message, advice: "Check the spelling, or name an address.")
            )
            return false
        }
        do {
            try await probe.connect()
            visit.report.checks.append(
                DoctorCheck("tcp", .good, "Port \(origin.port) accepts connections.")
            )
        } catch {
            visit.report.checks.append(
                DoctorCheck("tcp", .problem, error.message, advice: rules.unreachable(entry))
            )
            return false
        }
        guard origin.scheme == "https" else {
            guard !origin.isLoopback else {
                visit.report.checks.append(DoctorCheck("tls", .good, "None, and none is needed on this machine."))
                return true
            }
            visit.report.checks.append(
                DoctorCheck("tls", .warning, "Without TLS the password is sent in clear text.", advice: "Use https.")
            )
            return true
        }
        let certificate = await probe.certificate()
        for text in [certificate?.subject, certificate?.issuer].compactMap({ $0 }) where !text.isEmpty {
            visit.names.insert(text)
        }
        visit.report.checks.append(rules.certificate(certificate))
        return true
    }

    private func session(
        _ entry: EntryPoint,
        _ transport: any Transport,
        _ credentials: Credentials,
        _ rules: DoctorRules,
        _ visit: inout Visit
    ) async throws {
        let hops = Mutex<[Hop]>([])
        let client = HypermediaClient(
            profile: prepared.profile,
            entry: entry,
            transport: transport,
            credentials: credentials,
            options: prepared.clientOptions,
            onHop: { hop in
                prepared.onHop(hop)
                hops.withLock { $0.append(hop) }
            },
            onRequest: prepared.onRequest
        )
        defer { visit.trace = hops.withLock { $0 } }
        let root: Resource
        do {
            root = try await client.entryResource()
        } catch let error as any ActionableError {
            try Task.checkCancellation()
            visit.report.checks.append(rules.product(error, at: client.entry))
            return
        }
        visit.report.checks.append(
            DoctorCheck("product", .good, "\(prepared.profile.name) answers at \(entry.origin).")
        )
        visit.census.count(root)
        if let item = prepared.profile.logon?.versionItem {
            visit.versions = root.items(named: item).compactMap(\.label)
        }
        let versions = rules.versions(visit.versions, wanted: wantedVersion)
        visit.report.checks.append(versions)
        if versions.verdict == .problem { return }
        let date = await client.serverDate
        visit.report.checks.append(rules.clock(date, received: .now, isHere: entry.origin.isLoopback))
        guard !credentials.user.isEmpty else {
            visit.report.checks.append(
                DoctorCheck(
                    "logon",
                    .skipped,
                    "No user or no password is named.",
                    advice: "Name both to have the logon looked at: --user 'DOMAIN\\name', EMWALK_PASSWORD."
                )
            )
            return
        }
        do {
            let hub = try await client.logOn()
            visit.redaction.learn(hub.representation)
            visit.census.count(hub)
            for name in hub.allLinks.compactMap(\.name) { visit.names.insert(name) }
            for origin in Set(hub.allLinks.compactMap { $0.href.origin }) { visit.names.insert(origin.host) }
            visit.report.checks.append(DoctorCheck("logon", .good, "\(credentials.user) may log on."))
            visit.report.checks.append(rules.role(hub))
            let mapped = Set(prepared.clientOptions.hostMap.keys.map { "\($0)" })
            visit.report.checks.append(rules.origins(hub, entry: entry, mapped: mapped))
        } catch let error as any ActionableError {
            _ = await client.logOff()
            try Task.checkCancellation()
            visit.report.checks.append(DoctorCheck("logon", .problem, error.message, advice: error.hint))
            return
        }
        prepared.onLogoff(await client.logOff())
    }

    /// Tells what was not looked at.
    private func finished(_ visit: Visit) -> Visit {
        var visit = visit
        let seen = Set(visit.report.checks.map(\.name))
        guard visit.report.checks.contains(where: { $0.verdict == .problem }) else { return visit }
        let last = Doctor.floors.lastIndex { seen.contains($0) } ?? -1
        for name in Doctor.floors.dropFirst(last + 1) where !seen.contains(name) && !prepared.target.isCassette {
            visit.report.checks.append(DoctorCheck(name, .skipped, "Not looked at."))
        }
        return visit
    }
}
#endif
