// SPDX-License-Identifier: Apache-2.0

/// What a simulator was asked and what it handed out, for tests to look at.
public struct RequestLog: Sendable, CustomStringConvertible, CustomReflectable {
    /// The requests in their order.
    public internal(set) var entries: [RequestLogEntry] = []
    private var paths: Set<String> = []
    private var pathsWithoutQuery: Set<String> = []

    /// The requests whose path and query had not been handed out before.
    public var madeUp: [RequestLogEntry] { entries.filter { !$0.wasHandedOut } }
    /// The requests that can change something.
    public var writes: [RequestLogEntry] { entries.filter(\.isWrite) }
    /// The requests behind decoy links.
    public var trapHits: [RequestLogEntry] { entries.filter(\.isTrap) }
    /// How many different paths with query were handed out.
    public var handedOutCount: Int { paths.count }

    /// Whether an href, a path with query, or the href's path and query on another origin was handed out.
    public func handedOut(_ path: String) -> Bool { paths.contains(RequestLog.withoutOrigin(path)) }

    /// A line for each request.
    public var description: String { entries.map(\.description).joined(separator: "\n") }
    /// The requests only: among the hrefs handed out are those of logon sessions, which are secrets.
    public var customMirror: Mirror { Mirror(self, children: ["entries": entries]) }

    func handedOutPath(_ path: String) -> Bool { pathsWithoutQuery.contains(RequestLog.withoutQuery(path)) }

    mutating func handOut(_ path: String) {
        if paths.insert(path).inserted { pathsWithoutQuery.insert(RequestLog.withoutQuery(path)) }
    }

    private static func withoutQuery(_ path: String) -> String {
        String(path.prefix { $0 != "?" })
    }

    private static func withoutOrigin(_ href: String) -> String {
        guard let scheme = href.firstRange(of: "://") else { return href }
        let rest = href[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    /// The path without the ids of logon sessions, from which their tokens can be made.
    static func masked(_ path: String) -> String {
        guard let address = Address(path: path), address.isAboutLogon else { return path }
        return path.split(separator: "/", omittingEmptySubsequences: false)
            .map { GUID($0) == nil ? String($0) : "***" }
            .joined(separator: "/")
    }
}
