// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// One request that the simulator got.
public struct RequestLogEntry: Hashable, Sendable, CustomStringConvertible {
    /// Its method.
    public let method: HTTPRequest.Method
    /// Its path with query; the ids of logon sessions, which are secrets, are masked.
    public let path: String
    /// The path with query that it stands for: another one than ``path`` only where URLs are opaque.
    public let resource: String?
    /// The status of the answer; nil if none was given.
    public let status: Int?
    /// Whether this very path and query had been handed out, or is the entry.
    public let wasHandedOut: Bool
    /// Whether the path, the query aside, had been handed out, or is the entry.
    public let pathWasHandedOut: Bool
    /// Whether it is a trap behind a decoy link.
    public let isTrap: Bool

    /// Whether it can change something: every method but GET, HEAD and OPTIONS, logon and logoff not counted.
    public let isWrite: Bool

    /// Method, path and status in a line.
    public var description: String {
        "\(method) \(path) \(status.map { String($0) } ?? "-")\(wasHandedOut ? "" : " (not handed out)")"
    }
}
