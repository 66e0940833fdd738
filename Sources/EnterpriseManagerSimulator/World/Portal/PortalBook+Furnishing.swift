// SPDX-License-Identifier: Apache-2.0

extension PortalBook {
    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {
        addAccounts(&world)
        addOrganizations(&world)
        addSelfService(&world)
        addSystemSessions(&world)
    }

    /// Those who may log on, two groups, and somebody with a restore scope that nobody has looked up yet.
    private static func addAccounts(_ world: inout World) {
        for account in world.configuration.everyAccount where world.portal.account(named: account.name) == nil {
            world.portal.place(
                AccountRecord(id: world.generator.guid(), name: account.name, roles: RoleSet(account.roles))
            )
        }
        var administrators = AccountRecord(
            id: world.generator.guid(),
            name: "BUILTIN\\Administrators",
            roles: .administrators
        )
        administrators.type = "Group"
        world.portal.place(administrators)

        var desk = AccountRecord(id: world.generator.guid(), name: "EXAMPLE\\Service Desk", roles: .fileOperators)
        desk.type = "Group"
        desk.files = AccountRecord.FileRestore(inPlaceOnly: true, extensions: "docx,xlsx,pdf")
        world.portal.place(desk)

        var owner = AccountRecord(
            id: world.generator.guid(),
            name: "EXAMPLE\\dba",
            roles: [.portalUsers, .sqlOperators],
            restoresEverything: false
        )
        owner.deniesInPlaceSQL = true
        world.portal.place(owner)
        let root = world.generator.guid()
        let pools = [("Databases", "resgroup-112", true), ("Databases (new)", "resgroup-207", false)]
        let scopes = pools.map { name, object, isProcessed in
            ScopeRecord(
                id: world.generator.guid(),
                reference: HierarchyReference(platform: "VMware", type: "ResourcePool", root: root, object: object),
                name: name,
                isProcessed: isProcessed
            )
        }
        world.portal.add(scopes, toAccount: owner.id)
    }

    /// How many generated jobs there are for one tenant of self-service.
    private static let jobsPerTenant = 200

    /// Two organizations of Cloud Director, and what holds for all others.
    private static func addOrganizations(_ world: inout World) {
        guard let repository = world.repositories.exceptional.dropFirst().first else { return }
        let host = world.generator.guid()
        let configuration = world.configuration
        world.portal.organizations = Table(
            kind: "VCloudOrganizationConfig",
            seed: configuration.seed,
            generating: configuration.generatedJobs / jobsPerTenant
        ) { number, id in
            OrganizationConfigRecord(
                id: id,
                name: "Organization \(number + 1)",
                server: repository.server,
                repository: repository.id,
                quota: 100 * (1 + number % 10),
                usedQuota: 1024 * (7 + number % 83),
                host: host,
                repositoryName: "Backups"
            )
        }
        let rows = [("Other organizations", 0, true), ("Research", 500, false), ("Sales", 250, false)]
        for (name, quota, isForOthers) in rows {
            var record = OrganizationConfigRecord(
                id: world.generator.guid(),
                name: name,
                server: repository.server,
                repository: repository.id,
                quota: quota,
                host: host,
                repositoryName: isForOthers ? "N/A" : "\(name) backups"
            )
            record.isForOthers = isForOthers
            record.usedQuota = isForOthers ? 0 : world.generator.number(in: 20_000...200_000)
            if name == "Sales" { record.jobs = SelfServiceJobs(source: .custom, scheduler: "Partial") }
            world.portal.organizations.place(record)
        }
    }

    /// A group and a user of vSphere self-service.
    private static func addSelfService(_ world: inout World) {
        guard let repository = world.repositories.exceptional.dropFirst(2).first else { return }
        let configuration = world.configuration
        world.portal.selfService = Table(
            kind: "VSphereSelfServiceConfig",
            seed: configuration.seed,
            generating: configuration.generatedJobs / jobsPerTenant
        ) { number, id in
            SelfServiceConfigRecord(
                id: id,
                name: PortalBook.generatedName(number),
                sid: "S-1-5-21-1004336348-1177238915-682003330-\(10_000 + number)",
                accountType: "User",
                server: repository.server,
                repository: repository.id,
                quota: 50 * (1 + number % 8),
                usedQuota: 512 * (3 + number % 41)
            )
        }
        let rows = [("EXAMPLE\\Developers", "Group", 2000), ("EXAMPLE\\dba", "User", 500)]
        for (name, accountType, quota) in rows {
            let number = world.generator.number(in: 1100...9999)
            var record = SelfServiceConfigRecord(
                id: world.generator.guid(),
                name: name,
                sid: "S-1-5-21-1004336348-1177238915-682003330-\(number)",
                accountType: accountType,
                server: repository.server,
                repository: repository.id,
                quota: quota
            )
            record.usedQuota = world.generator.number(in: 1000...100_000)
            record.isPerUser = accountType == "Group"
            record.tags = accountType == "Group" ? ["Development"] : []
            record.jobs.isHighPriority = accountType == "User"
            world.portal.selfService.place(record)
        }
    }
}
