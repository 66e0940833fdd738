// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Yams

/// Reads one profile of a file, and refuses what it does not know.
struct ProfileReader {
    let path: String
    let home: String?

    private static let keys = [
        "em", "user", "tenant", "organization", "password_command", "cacert", "pin", "accept", "api-version",
        "host-map",
    ]
    /// What a password might be called by somebody who tries to write one down.
    private static let secretKeys: Set<String> = ["password", "passwd", "pass", "pwd", "secret", "token"]

    func profile(_ node: Node, _ name: String) throws -> ConnectionProfile {
        guard let mapping = node.mapping else { throw fail(name, "must be a mapping of settings.") }
        var profile = ConnectionProfile()
        for (keyNode, value) in mapping {
            let key = (keyNode.string ?? "").replacing("_", with: "-")
            switch key {
            case "em": profile.em = try entry(value, name)
            case "user": profile.user = try text(value, key, name)
            case "tenant": profile.tenant = try text(value, key, name)
            case "organization": profile.organization = try text(value, key, name)
            case "password-command": profile.passwordCommand = try command(value, name)
            case "cacert": profile.cacert = try file(value, key, name)
            case "pin": profile.pin = try text(value, key, name)
            case "accept":
                guard let format = FormatArgument(rawValue: try text(value, key, name)) else {
                    throw fail(name, "has an ‘accept’ that is neither xml nor json.")
                }
                profile.accept = format
            case "api-version": profile.apiVersion = try text(value, key, name)
            case "host-map": profile.hostMap = try hostMap(value, name)
            default: throw unknown(keyNode.string ?? "", name)
            }
        }
        if profile.user != nil, profile.tenant != nil { throw fail(name, "has both ‘user’ and ‘tenant’; use one.") }
        if profile.organization != nil, profile.tenant == nil {
            throw fail(name, "has an ‘organization’ without a ‘tenant’, the user of it that logs on.")
        }
        if profile.cacert != nil, profile.pin != nil { throw fail(name, "has both ‘cacert’ and ‘pin’; use one.") }
        return profile
    }

    private func text(_ node: Node, _ key: String, _ name: String) throws -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw fail(name, "has a ‘\(key)’ that is no text.") }
        return text
    }

    private func entry(_ node: Node, _ name: String) throws -> String {
        let text = try text(node, "em", name)
        // What stands before an @ in a URL is a user and a password.
        guard !text.contains("@") else { throw holdsPassword(name) }
        return text
    }

    private func command(_ node: Node, _ name: String) throws -> ConnectionProfile.PasswordCommand {
        guard let list = node.sequence else { return .shell(try text(node, "password_command", name)) }
        let words = list.compactMap { $0.scalar?.string }
        guard !words.isEmpty, words.count == list.count else {
            throw fail(name, "has a ‘password_command’ that is neither a line nor a list of words.")
        }
        return .words(words)
    }

    /// A relative path is meant from where the file of the profiles stands; `~` is the home.
    private func file(_ node: Node, _ key: String, _ name: String) throws -> String {
        let text = try text(node, key, name)
        if text.hasPrefix("/") { return text }
        if text.hasPrefix("~/"), let home { return home + text.dropFirst() }
        return URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(text)
            .standardizedFileURL.path
    }

    private func hostMap(_ node: Node, _ name: String) throws -> [String] {
        if let mapping = node.mapping {
            return try mapping.map { "\(try text($0.key, "host-map", name))=\(try text($0.value, "host-map", name))" }
        }
        if let list = node.sequence { return try list.map { try text($0, "host-map", name) } }
        return [try text(node, "host-map", name)]
    }

    private func unknown(_ key: String, _ name: String) -> CommandError {
        if ProfileReader.secretKeys.contains(key.lowercased()) { return holdsPassword(name) }
        let near = Spelling.nearest(to: key, in: ProfileReader.keys).map { "Did you mean ‘\($0)’? " } ?? ""
        return fail(
            name,
            "has a setting ‘\(key)’ that is not known.",
            hint: near + "There are: \(ProfileReader.keys.joined(separator: ", "))."
        )
    }

    private func holdsPassword(_ name: String) -> CommandError {
        fail(
            name,
            "holds a password, which has no place in this file.",
            hint: "Name a program that prints it: password_command: [pass, show, em/\(name)]"
        )
    }

    private func fail(_ name: String, _ what: String, hint: String? = nil) -> CommandError {
        CommandError("bad-profile", "The profile ‘\(name)’ in ‘\(path)’ \(what)", hint: hint)
    }
}
#endif
