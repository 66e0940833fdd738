// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// How a client asks.
public struct ClientOptions: Sendable {
    /// The one format that is asked for.
    public var accept: DocumentFormat
    /// The API version by the name that the entry gives it; nil for the entry's own link.
    public var apiVersion: String?
    /// Origins that a server hands out, and what they are reached by from here.
    public var hostMap: [Origin: Origin]
    /// The schema that bodies must follow; nil if there is none.
    public var schema: Schema?
    /// Whether answers are held against the schema, too; what is found stands in the hop.
    public var validatesAnswers: Bool
    /// Whether a body that no schema describes is refused rather than sent unchecked.
    public var refusesUncheckedBodies: Bool
    /// What is accepted of a server.
    public var limits: ClientLimits

    /// Options; each has a default.
    public init(
        accept: DocumentFormat = .xml,
        apiVersion: String? = nil,
        hostMap: [Origin: Origin] = [:],
        schema: Schema? = nil,
        validatesAnswers: Bool = false,
        refusesUncheckedBodies: Bool = false,
        limits: ClientLimits = ClientLimits()
    ) {
        self.accept = accept
        self.apiVersion = apiVersion
        self.hostMap = hostMap
        self.schema = schema
        self.validatesAnswers = validatesAnswers
        self.refusesUncheckedBodies = refusesUncheckedBodies
        self.limits = limits
    }
}
