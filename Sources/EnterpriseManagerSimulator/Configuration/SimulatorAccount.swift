// SPDX-License-Identifier: Apache-2.0

/// Somebody who may log on to a simulated Enterprise Manager.
public struct SimulatorAccount: Hashable, Sendable {
    /// `DOMAIN\NAME`; compared without case.
    public var name: String
    /// The password.
    public var password: String
    /// What the account may do at the start; its roles can be changed through the API.
    public var roles: Set<SimulatorRole>

    /// An account.
    public init(name: String, password: String, roles: Set<SimulatorRole>) {
        self.name = name
        self.password = password
        self.roles = roles
    }
}

extension SimulatorAccount: CustomStringConvertible {
    /// Who it is and what it may do; not its password.
    public var description: String {
        let names = roles.map(\.rawValue).sorted().joined(separator: ", ")
        return "\(name) (\(names.isEmpty ? "no role" : names))"
    }
}
