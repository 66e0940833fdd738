// SPDX-License-Identifier: Apache-2.0

public import Hypermedia
internal import HypermediaClient

/// A write that is about to be sent, or that a plan ends with: exactly what goes over the wire, secrets masked.
public struct PlannedWrite: Sendable {
    /// A header, secrets masked.
    public struct Header: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String
    }

    /// The step that sends it.
    public let step: String
    /// The method.
    public let verb: Verb
    /// The relation of the link.
    public let rel: Rel
    /// The type of the link, if it has one.
    public let type: LinkType?
    /// How the link is reached from the session.
    public let path: RelPath
    /// Path and query of the request; a session's own href is masked.
    public let target: String
    /// The headers that decide what happens, secrets masked.
    public let headers: [Header]
    /// The body as it is sent; nil for none.
    public let body: [UInt8]?
    /// The body for people: its text, the values of secret inputs masked.
    public let bodyText: String?
    /// What a schema says of the body: `no-schema` where there is none to ask; nil without a body.
    public let verdict: String?
    /// What it does beside what it is asked for.
    public let dangers: [Danger]

    init(_ write: StepWrite, order: PreparedRequest, dangers: [Danger], secrets: [String]) {
        step = write.step.id
        verb = order.verb
        rel = write.link.rel
        type = write.link.type
        path = write.path
        target = order.target
        headers = order.headers.map { Header(name: $0.name, value: $0.value) }
        body = order.body
        bodyText = order.shownBody.map { shown in
            secrets.reduce(shown) { text, secret in
                text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "•••")
            }
        }
        verdict = order.verdict?.rawValue
        self.dangers = dangers
    }

    var json: JSONValue {
        .object([
            .init("step", .string(step)), .init("verb", .string(verb.rawValue)), .init("rel", .string(rel.rawValue)),
            .init("type", .optional(type?.rawValue)), .init("path", .string(path.description)),
            .init("target", .string(target)),
            .init("headers", .object(headers.map { .init($0.name, .string($0.value)) })),
            .init("body", .optional(bodyText)), .init("verdict", .optional(verdict)),
        ])
    }
}
