// SPDX-License-Identifier: Apache-2.0

public import HypermediaClient

/// A server that a fan-out runs on: opened when it begins there, closed when it is over.
public struct FanOutConnection: Sendable {
    /// Its name, for people; empty if there is only one.
    public let name: String
    /// Opens it around a body, and closes it whatever happens.
    public let open: @Sendable (@escaping @Sendable (HypermediaClient) async throws -> Void) async throws -> Void

    /// A connection that is opened around a body.
    public init(
        name: String,
        open: @escaping @Sendable (@escaping @Sendable (HypermediaClient) async throws -> Void) async throws -> Void
    ) {
        self.name = name
        self.open = open
    }

    /// A connection that is logged on already, and stays so.
    public static func open(_ client: HypermediaClient, name: String = "") -> FanOutConnection {
        FanOutConnection(name: name) { try await $0(client) }
    }
}
