// SPDX-License-Identifier: Apache-2.0

extension SimulatorConfiguration {
    /// Whoever may log on, the administrator first.
    var everyAccount: [SimulatorAccount] {
        [SimulatorAccount(name: user, password: password, roles: [.portalAdministrator])] + accounts
    }
}

extension World {
    /// The account that a logon is for: it must be configured with this password and still be known to the portal.
    func account(name: String, password: String) -> AccountRecord? {
        let known = configuration.everyAccount.contains {
            $0.name.lowercased() == name.lowercased() && $0.password == password
        }
        return known ? portal.account(named: name) : nil
    }

    /// What the account of a session may do now: a role that is given or taken counts from the next request on.
    ///
    /// A tenant has none: what it may do is decided by what is its own.
    func roles(of session: LogonRecord) -> RoleSet {
        guard session.tenant == nil, let account = portal.account(named: session.user) else { return .session }
        return account.roles.union(.session)
    }
}
