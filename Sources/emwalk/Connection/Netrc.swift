// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// Reads user names and passwords from a netrc file, as curl does.
enum Netrc {
    struct Entry: Sendable {
        var login: String?
        var password: String?
    }

    static func entry(for host: String, environment: [String: String]) -> Entry? {
        let path = environment["NETRC"] ?? environment["HOME"].map { "\($0)/.netrc" }
        guard let path, let data = FileManager.default.contents(atPath: path) else { return nil }
        return entry(for: host, in: String(decoding: data, as: UTF8.self))
    }

    static func entry(for host: String, in text: String) -> Entry? {
        var words = text.split { $0.isWhitespace }.map(String.init)[...]
        var current: Entry?
        while let word = words.popFirst() {
            switch word {
            case "machine":
                if let current { return current }
                if words.popFirst()?.lowercased() == host.lowercased() { current = Entry() }
            case "default":
                return current ?? read(&words)
            case "login" where current != nil: current?.login = words.popFirst()
            case "password" where current != nil: current?.password = words.popFirst()
            default: continue
            }
        }
        return current
    }

    private static func read(_ words: inout ArraySlice<String>) -> Entry {
        var entry = Entry()
        while let word = words.popFirst() {
            if word == "login" { entry.login = words.popFirst() }
            if word == "password" { entry.password = words.popFirst() }
        }
        return entry
    }
}
#endif
