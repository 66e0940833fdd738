// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import EnterpriseManagerSimulator

/// Who looks at a world: an account with one role, or a tenant of Cloud Connect.
enum Viewpoint: Hashable, Sendable, CustomTestStringConvertible {
    case role(SimulatorRole)
    case tenant(String)

    /// Everyone but the administrator, whose view is the whole world.
    static let all: [Viewpoint] =
        SimulatorRole.allCases.filter { $0 != .portalAdministrator }.map(Viewpoint.role) + [
            .tenant("Harbour Logistics")
        ]
    /// One of each kind of view.
    static let few: [Viewpoint] = [
        .role(.portalUser), .role(.vmRestoreOperator), .tenant("Harbour Logistics"),
    ]

    /// The account of a role, which the world must know.
    var account: SimulatorAccount? {
        guard case .role(let role) = self else { return nil }
        return SimulatorAccount(name: "EXAMPLE\\judge", password: "fair play", roles: [role])
    }

    func logOn(_ client: inout Client) throws {
        switch self {
        case .role: try client.logOn(as: account)
        case .tenant(let name): try client.logOn(Client.standalone(name))
        }
    }

    var testDescription: String {
        switch self {
        case .role(let role): role.rawValue
        case .tenant(let name): "the tenant \(name)"
        }
    }
}
