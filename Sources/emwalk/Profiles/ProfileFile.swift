// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import Yams

/// The file with a person's profiles: a mapping from names to what is known of each server.
///
/// ```yaml
/// lab:
///   em: https://em.example:9398/api/
///   user: LAB\me
///   password_command: [pass, show, em/lab]
///   cacert: lab.pem
/// ```
struct ProfileFile {
    /// Where it is: `$XDG_CONFIG_HOME/emwalk/profiles.yaml`, or under `~/.config`.
    static func standardPath(_ environment: [String: String]) -> String {
        // The base directory specification has relative paths ignored.
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
            return folder + "/emwalk/profiles.yaml"
        }
        return (environment["HOME"] ?? "") + "/.config/emwalk/profiles.yaml"
    }

    private let path: String
    private let profiles: [(name: String, profile: ConnectionProfile)]

    /// Reads the file of this person.
    static func read(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> ProfileFile {
        let path = standardPath(environment)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandError(
                "bad-profile",
                "There is no file with profiles: ‘\(path)’ cannot be read.",
                hint: "Write one that maps names to settings, such as lab: {em: URL, user: NAME}"
            )
        }
        return try ProfileFile(String(decoding: data, as: UTF8.self), path: path, home: environment["HOME"])
    }

    init(_ text: String, path: String, home: String?) throws {
        self.path = path
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw CommandError("bad-profile", "‘\(path)’ is no YAML.", hint: "\(error)")
        }
        var found: [(String, ConnectionProfile)] = []
        let reader = ProfileReader(path: path, home: home)
        if let root {
            guard let mapping = root.mapping else {
                throw CommandError("bad-profile", "‘\(path)’ must map names to profiles.")
            }
            for (key, value) in mapping {
                found.append((key.string ?? "", try reader.profile(value, key.string ?? "")))
            }
        }
        profiles = found
    }

    /// The names, in the order of the file.
    var names: [String] { profiles.map(\.name) }

    func profile(_ name: String) throws -> ConnectionProfile {
        if let found = profiles.first(where: { $0.name == name }) { return found.profile }
        let near = Spelling.nearest(to: name, in: names).map { "Did you mean ‘\($0)’? " } ?? ""
        throw CommandError(
            "bad-profile",
            "There is no profile ‘\(name)’ in ‘\(path)’.",
            hint: names.isEmpty ? "The file holds none." : near + "There are: \(names.joined(separator: ", "))."
        )
    }
}
#endif
