// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Foundation
internal import Hypermedia
internal import HypermediaClient

/// What holds for a connection: options come before the profile, the profile before the environment.
///
/// A profile is named by an option, so what it says is closer at hand than a variable that was set for another server.
struct ConnectionSettings: Sendable {
    let options: ConnectionOptions
    let profile: ConnectionProfile
    let environment: [String: String]

    init(
        _ options: ConnectionOptions,
        profile: ConnectionProfile? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        self.options = options
        self.environment = environment
        // A simulator or a recording of the command's own is meant instead of what the environment names.
        let named = environment["EMWALK_PROFILE"].flatMap { $0.isEmpty || options.isEphemeral ? nil : $0 }
        self.profile =
            try profile ?? (options.profile ?? named).map { try ProfileFile.read(environment).profile($0) }
            ?? ConnectionProfile()
    }

    /// The entry point, or nil if none is named.
    var em: String? { options.em ?? profile.em ?? environment["EMWALK_EM"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Who logs on, netrc aside; nil if a tenant does.
    var user: String? { tenant == nil ? options.user ?? profile.user ?? environment["EMWALK_USER"] : nil }

    /// The tenant of Cloud Connect that logs on; nil if a user does.
    var tenant: String? { options.tenant ?? (options.user == nil ? profile.tenant : nil) }
    /// The organization that the tenant belongs to; one of the profile belongs to the tenant of the profile.
    var organization: String? { options.organization ?? (options.tenant == nil ? profile.organization : nil) }

    /// Credentials of whoever logs on, once the password is known.
    func credentials(user: String, password: String) throws -> Credentials {
        guard let tenant else {
            guard options.organization == nil else {
                throw CommandError(
                    "usage",
                    "--organization goes with a tenant, and none is named.",
                    hint: "Name the user of the organization with --tenant."
                )
            }
            return Credentials(user: user, password: password)
        }
        return organization.map { .organization($0, login: tenant, password: password) }
            ?? .tenant(tenant, password: password)
    }

    /// What to trust, by option; a trust option of any kind sets aside what the profile says of trust.
    private var trustsByOption: Bool { options.cacert != nil || options.pin != nil || options.insecure }
    var cacert: String? { trustsByOption ? options.cacert : profile.cacert }
    var pin: String? { trustsByOption ? options.pin : profile.pin }

    var accept: DocumentFormat { (options.accept ?? profile.accept)?.format ?? recorded ?? .xml }
    /// What was recorded is asked for as it was then.
    private var recorded: DocumentFormat? { (try? cassette())?.format }

    /// The conversation that answers instead of a server; nil if none is named.
    func cassette() throws -> Cassette? { try options.replay.map { try Cassette(folder: $0) } }
    var apiVersion: String? { options.apiVersion ?? profile.apiVersion }
    /// Rules of the profile, then those of options, which win.
    var hostMap: [String] { profile.hostMap + options.hostMap }
    var passwordCommand: ConnectionProfile.PasswordCommand? { profile.passwordCommand }

    /// No connection may take longer than a request is given.
    var connectTimeout: Duration { min(.seconds(10), requestTimeout) }
    var requestTimeout: Duration { .milliseconds(Int(options.timeout * 1000)) }
}
#endif
