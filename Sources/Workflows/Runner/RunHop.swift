// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// One link that a run followed.
public struct RunHop: Hashable, Sendable, Codable {
    /// The step that it belongs to; `verify` for the read-back.
    public var step: String
    /// The relation.
    public let rel: String
    /// The type, if the link has one.
    public let type: String?
    /// The method.
    public let verb: String
    /// The status of the answer; nil if none came.
    public let status: Int?
    /// How long it took, in milliseconds.
    public let ms: Int

    /// A hop.
    public init(step: String, rel: String, type: String?, verb: String, status: Int?, ms: Int) {
        self.step = step
        self.rel = rel
        self.type = type
        self.verb = verb
        self.status = status
        self.ms = ms
    }

    init(step: String = "", link: Link, status: Int?, elapsed: Duration) {
        self.init(
            step: step,
            rel: link.rel.rawValue,
            type: link.type?.rawValue,
            verb: link.verb?.rawValue ?? "",
            status: status,
            ms: elapsed.wholeMilliseconds
        )
    }

    var json: JSONValue {
        .object([
            .init("step", .string(step)), .init("rel", .string(rel)), .init("type", .optional(type)),
            .init("verb", .string(verb)), .init("status", status.map { .integer($0) } ?? .null),
            .init("ms", .integer(ms)),
        ])
    }
}

extension Duration {
    var wholeMilliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }

    var wholeSeconds: Int { Int(components.seconds) }
}
