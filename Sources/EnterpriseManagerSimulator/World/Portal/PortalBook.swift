// SPDX-License-Identifier: Apache-2.0

/// Security, housekeeping, vCloud organizations, vSphere self-service.
struct PortalBook: Sendable {
    private(set) var accounts: Table<AccountRecord>
    var organizations: Table<OrganizationConfigRecord>
    var selfService: Table<SelfServiceConfigRecord>
    var systemSessions: Table<SystemSessionRecord>
    /// Own chances for housekeeping, so that the rest of the world does not depend on it.
    var generator: SeededGenerator

    /// Accounts that were not generated, by their lower-cased names.
    private var accountIDs: [String: GUID] = [:]
    /// Accounts with a restore scope; generated ones have none at first.
    private var scoped: Set<GUID> = []

    init(_ configuration: SimulatorConfiguration) {
        accounts = Table(
            kind: "EnterpriseAccount",
            seed: configuration.seed,
            generating: configuration.generatedJobs / 100
        ) { number, id in
            AccountRecord(
                id: id,
                name: PortalBook.generatedName(number),
                roles: .portalUsers,
                restoresEverything: false
            )
        }
        organizations = Table(kind: "VCloudOrganizationConfig", seed: configuration.seed)
        selfService = Table(kind: "VSphereSelfServiceConfig", seed: configuration.seed)
        systemSessions = Table(kind: "SystemSession", seed: configuration.seed)
        generator = SeededGenerator(seed: configuration.seed ^ 0x5359_5354_454D)
    }

    // MARK: Accounts

    /// The account of a name, in any case; nil if there is none.
    func account(named name: String) -> AccountRecord? {
        let name = name.lowercased()
        if let id = accountIDs[name] { return accounts[id] }
        let prefix = PortalBook.generatedPrefix.lowercased()
        guard name.hasPrefix(prefix), let number = Int(name.dropFirst(prefix.count)),
            (1...max(1, accounts.generatedCount)).contains(number)
        else { return nil }
        let account = accounts.generated(number - 1)
        return account?.name.lowercased() == name ? account : nil
    }

    /// Puts an account of the first world before the generated ones.
    mutating func place(_ account: AccountRecord) {
        accounts.place(account)
        accountIDs[account.name.lowercased()] = account.id
    }

    mutating func add(_ account: AccountRecord) {
        accounts.add(account)
        accountIDs[account.name.lowercased()] = account.id
    }

    mutating func remove(account id: GUID) {
        guard let account = accounts[id] else { return }
        accountIDs[account.name.lowercased()] = nil
        accounts.remove(id)
        scoped.remove(id)
    }

    mutating func update(account id: GUID, _ change: (inout AccountRecord) -> Void) {
        accounts.update(id, change)
    }

    // MARK: Backup servers

    /// Forgets what is kept on a backup server that is being removed, and the objects below its hierarchy roots.
    mutating func forget(server id: GUID, roots: [GUID]) {
        organizations.removeAll { $0.server == id }
        selfService.removeAll { $0.server == id }
        for config in selfService.exceptional where config.vCenters.contains(where: roots.contains) {
            selfService.update(config.id) { $0.vCenters.removeAll(where: roots.contains) }
        }
        for account in scoped {
            accounts.update(account) { $0.scopes.removeAll { roots.contains($0.reference.root) } }
        }
    }

    // MARK: Restore scopes

    /// Adds objects to the restore scope of an account; their machines are looked up later.
    mutating func add(_ scopes: [ScopeRecord], toAccount id: GUID) {
        scoped.insert(id)
        accounts.update(id) { $0.scopes += scopes }
    }

    /// Looks up the machines of all restore scopes, or of that of one account.
    mutating func processScopes(ofAccount wanted: GUID? = nil) {
        for id in scoped where wanted == nil || wanted == id {
            accounts.update(id) { account in
                for index in account.scopes.indices { account.scopes[index].isProcessed = true }
            }
        }
    }

    private static let generatedPrefix = "EXAMPLE\\user"

    /// The account of a number; numbers count from zero, names from one.
    static func generatedName(_ number: Int) -> String {
        let digits = String(number + 1)
        return generatedPrefix + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
