// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import HypermediaClient

/// Finds who logs on: by option, environment, file, stdin or netrc, at a terminal by asking; never from an argument.
struct PasswordSource {
    private let settings: ConnectionSettings
    private var options: ConnectionOptions { settings.options }
    private var environment: [String: String] { settings.environment }

    init(_ settings: ConnectionSettings) { self.settings = settings }

    func credentials(for entry: EntryPoint) async throws -> Credentials {
        let entryInNetrc = Netrc.entry(for: entry.origin.host, environment: environment)
        guard let user = settings.tenant ?? settings.user ?? entryInNetrc?.login, !user.isEmpty else {
            throw CommandError(
                "usage",
                "No user is named.",
                hint: "Name one with --user 'DOMAIN\\name' (or EMWALK_USER, or netrc)."
            )
        }
        return try settings.credentials(user: user, password: try await password(of: user, netrc: entryInNetrc))
    }

    private func firstLine(of file: String) throws -> String {
        String(String(decoding: try FileArgument.read(file), as: UTF8.self).prefix { !$0.isNewline })
    }

    private func password(of user: String, netrc: Netrc.Entry?) async throws -> String {
        if options.passwordStdin {
            guard let line = readLine(strippingNewline: true) else {
                throw CommandError("usage", "--password-stdin was given, but stdin is empty.")
            }
            return line
        }
        if let file = options.passwordFile { return try firstLine(of: file) }
        if let command = settings.passwordCommand { return try await PasswordProgram.run(command) }
        if let password = environment["EMWALK_PASSWORD"] { return password }
        if let file = environment["EMWALK_PASSWORD_FILE"], !file.isEmpty { return try firstLine(of: file) }
        if let netrc, netrc.login == nil || netrc.login == user, let password = netrc.password { return password }
        if isatty(STDIN_FILENO) == 1, let password = TerminalPrompt.password(for: user) { return password }
        throw CommandError(
            "usage",
            "No password for \(user).",
            hint:
                "Give it by EMWALK_PASSWORD, --password-stdin, --password-file FILE, netrc or a profile; it is never an argument."
        )
    }
}
#endif
