// SPDX-License-Identifier: Apache-2.0

/// Some of the roles of an account, or those to whom something is open.
struct RoleSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ role: SimulatorRole) {
        self =
            switch role {
            case .portalAdministrator: .administrators
            case .portalUser: .portalUsers
            case .vmRestoreOperator: .machineOperators
            case .fileRestoreOperator: .fileOperators
            case .exchangeRestoreOperator: .exchangeOperators
            case .sqlRestoreOperator: .sqlOperators
            case .oracleRestoreOperator: .oracleOperators
            }
    }

    init(_ roles: some Sequence<SimulatorRole>) {
        self = roles.reduce(into: []) { $0.formUnion(RoleSet($1)) }
    }

    static let administrators = RoleSet(rawValue: 1)
    static let portalUsers = RoleSet(rawValue: 2)
    static let machineOperators = RoleSet(rawValue: 4)
    static let fileOperators = RoleSet(rawValue: 8)
    static let exchangeOperators = RoleSet(rawValue: 16)
    static let sqlOperators = RoleSet(rawValue: 32)
    static let oracleOperators = RoleSet(rawValue: 64)

    /// Administrators and portal users.
    static let portal: RoleSet = [.administrators, .portalUsers]
    /// What every session has, also when its account has lost its roles.
    static let session = RoleSet(rawValue: 128)
    /// Whoever may log on.
    static let everyone = RoleSet(SimulatorRole.allCases)

    /// The roles one by one, in the order of the list of roles.
    var roles: [SimulatorRole] { SimulatorRole.allCases.filter { contains(RoleSet($0)) } }

    /// Whether an account with these roles is among those to whom something is open.
    func belong(to audience: RoleSet) -> Bool { !isDisjoint(with: audience) }
}
