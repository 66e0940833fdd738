// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import Workflows
internal import XMLSchema

/// What the doctor makes of what was seen; nothing is asked here.
struct DoctorRules: Sendable {
    let profile: Profile
    let now: Date

    /// How far clocks may be apart: more, and what is shown as last night was not.
    private static let skew: Double = 60
    /// Time enough to have a certificate renewed; those that live for days are renewed by a program.
    private static func renewal(_ begin: ServerDate?, _ end: ServerDate) -> Double {
        min(30 * 86_400, (begin.map { end.seconds - $0.seconds } ?? .infinity) / 3)
    }

    func certificate(_ certificate: TransportFailure.Certificate?) -> DoctorCheck {
        guard let certificate else {
            return DoctorCheck(
                "tls",
                .problem,
                "The server shows no certificate: no TLS is spoken there, or an old version of it.",
                advice: "Check scheme and port; Enterprise Manager speaks https at 9398."
            )
        }
        let who = "\(certificate.subject), \(certificate.fingerprint)"
        let span = "valid \(certificate.notBefore) to \(certificate.notAfter)"
        let renew = "Renew the certificate of the server."
        if let end = ServerDate(certificate.notAfter), end.seconds < now.timeIntervalSince1970 {
            return DoctorCheck("tls", .problem, "The certificate has expired: \(who), \(span).", advice: renew)
        }
        if let begin = ServerDate(certificate.notBefore), begin.seconds > now.timeIntervalSince1970 {
            return DoctorCheck(
                "tls",
                .problem,
                "The certificate is not valid yet: \(who), \(span).",
                advice: "Check the clocks of both machines."
            )
        }
        if let end = ServerDate(certificate.notAfter),
            end.seconds - now.timeIntervalSince1970 < DoctorRules.renewal(ServerDate(certificate.notBefore), end)
        {
            return DoctorCheck("tls", .warning, "The certificate expires soon: \(who), \(span).", advice: renew)
        }
        let signer = certificate.subject == certificate.issuer ? "signed by itself" : "signed by \(certificate.issuer)"
        return DoctorCheck("tls", .good, "\(who), \(signer), \(span).")
    }

    /// What to do where nothing answers: another port, if this one is known to be another product's.
    func unreachable(_ entry: EntryPoint) -> String {
        let rule = profile.neighbours.first { $0.port == entry.origin.port && $0.tryPort != nil }
        guard let rule, let port = rule.tryPort else {
            return
                "Is the service of \(profile.name) running, and does a firewall let port \(entry.origin.port) through?"
        }
        return "\(rule.text) Try port \(port)\(rule.tryScheme.map { " by \($0)" } ?? "")."
    }

    /// What stands between a connection and an answer: trust, another product, another port.
    func product(_ error: any ActionableError, at entry: EntryPoint) -> DoctorCheck {
        if let certificate = (error as? ClientError)?.certificate {
            return DoctorCheck(
                "trust",
                .problem,
                error.message,
                advice:
                    "Compare it with the one on the server, then trust it with --pin \(certificate.fingerprint)"
            )
        }
        let cause = Diagnoser.why(error, connectingTo: entry, profile: profile).causes.first
        let remedy = cause?.remedies.first
        let typed = remedy.flatMap { remedy -> String? in
            guard case .connect(let port, let scheme) = remedy.action else { return nil }
            return "Try port \(port ?? entry.origin.port) by \(scheme ?? entry.origin.scheme)"
        }
        let advice = [typed, remedy?.sentence ?? error.hint].compactMap { $0 }
        return DoctorCheck(
            "product",
            .problem,
            [error.message, cause?.sentence].compactMap { $0 }.reduce(into: [String]()) { sentences, sentence in
                if !sentences.contains(sentence) { sentences.append(sentence) }
            }.joined(separator: " "),
            advice: advice.isEmpty
                ? "Check scheme and port; Enterprise Manager speaks https at 9398." : advice.joined(separator: ". ")
        )
    }

    func versions(_ offered: [String], wanted: String?) -> DoctorCheck {
        guard !offered.isEmpty else {
            return DoctorCheck("versions", .warning, "The entry point names no versions of the API.")
        }
        let list = offered.joined(separator: ", ")
        if let wanted, !offered.contains(where: { $0.lowercased() == wanted.lowercased() }) {
            return DoctorCheck(
                "versions",
                .problem,
                "Version \(wanted) is asked for; the server offers \(list).",
                advice: "Leave out --api-version, or name one of these."
            )
        }
        let known = profile.newestVersion.flatMap(SchemaVersion.init)
        let newest = offered.compactMap(SchemaVersion.init).max()
        if let known, let newest, newest > known {
            return DoctorCheck(
                "versions",
                .warning,
                "The server offers \(list); emwalk knows the API up to \(known).",
                advice: "Reading works by links all the same; bodies are checked by the schema of \(known)."
            )
        }
        return DoctorCheck("versions", .good, "The server offers \(list).")
    }

    /// - Parameters:
    ///   - date: the `Date` header of an answer; nil if there was none.
    ///   - received: when it came, by the clock of this machine.
    ///   - isHere: whether it runs on this machine: one with a clock of its own is a simulator, or behind a tunnel.
    func clock(_ date: String?, received: Date, isHere: Bool = false) -> DoctorCheck {
        guard let date, let server = ServerDate(http: date) else {
            return DoctorCheck("clock", .skipped, "The server does not tell the time.")
        }
        let skew = server.seconds - received.timeIntervalSince1970
        guard abs(skew) > DoctorRules.skew else { return DoctorCheck("clock", .good, "The clocks agree.") }
        if isHere {
            let time = server.text(in: .gmt, namingZone: true)
            return DoctorCheck("clock", .good, "By the server it is \(time), as it may be in a simulator.")
        }
        let amount = Quantity.text("\(Int(abs(skew)))", unit: "seconds") ?? ""
        return DoctorCheck(
            "clock",
            .warning,
            "The clock of the server is \(amount) \(skew > 0 ? "ahead of" : "behind") this machine's.",
            advice: "Set both by NTP: what is asked for by time, such as last night, is off by as much."
        )
    }

    func role(_ hub: Resource) -> DoctorCheck {
        guard let rule = profile.roles else { return DoctorCheck("role", .skipped, "The API tells no roles.") }
        let user = hub.property(rule.user) ?? "the account"
        let roles = rule.markers.filter { !$0.link.matches(in: hub).isEmpty }.map(\.role)
        if let role = roles.first { return DoctorCheck("role", .good, "\(user) is a \(role).") }
        let missing = rule.markers.map(\.role).joined(separator: ", ")
        return DoctorCheck("role", .good, "\(user) is no \(missing); what is offered is what the role may see.")
    }

    /// Links may name a server by a name that leads nowhere from here, or elsewhere.
    func origins(_ hub: Resource, entry: EntryPoint, mapped: Set<String>) -> DoctorCheck {
        let foreign = Set(hub.allLinks.compactMap { $0.href.origin }).filter { $0 != entry.origin }
        let open = foreign.filter { !mapped.contains("\($0)") }.map { "\($0)" }.sorted()
        guard let first = open.first else {
            return DoctorCheck(
                "links",
                .good,
                "\(hub.links.count) links are offered, all of this server\(foreign.isEmpty ? "" : " by --host-map")."
            )
        }
        return DoctorCheck(
            "links",
            .problem,
            "Links lead to \(open.joined(separator: ", ")), while the entry point is \(entry.origin).",
            advice: "If that is the same server: --host-map \(first)=\(entry.origin)"
        )
    }
}
#endif
