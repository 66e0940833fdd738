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
    /// Whether a body that no schema describes is refused rather than sent unchecked.
    public var refusesUncheckedBodies: Bool
    /// What is accepted of a server.
    public var limits: ClientLimits

    /// Options; each has a default.
    public init(
        accept: DocumentFormat = .xml,
        apiVersion: String? = nil,
        hostMap: [Origin: Origin] = [:],
        refusesUncheckedBodies: Bool = false,
        limits: ClientLimits = ClientLimits()
    ) {
        self.accept = accept
        self.apiVersion = apiVersion
        self.hostMap = hostMap
        self.refusesUncheckedBodies = refusesUncheckedBodies
        self.limits = limits
    }
}
