// SPDX-License-Identifier: Apache-2.0

/// What backup servers manage: servers, hierarchies, credentials, password keys, WAN accelerators, external
/// repositories.
struct InfrastructureBook: Sendable {
    var managedServers: Table<ManagedServerRecord>
    var credentials: Table<CredentialsRecord>
    var passwordKeys: Table<PasswordKeyRecord>
    var wanAccelerators: Table<WanAcceleratorRecord>
    var externalRepositories: Table<ExternalRepositoryRecord>
    /// The objects of virtual infrastructures that were not generated.
    var items: [HierarchyItemRecord] = []

    init(_ configuration: SimulatorConfiguration) {
        managedServers = Table(kind: "ManagedServer", seed: configuration.seed)
        credentials = Table(kind: "Credentials", seed: configuration.seed)
        passwordKeys = Table(kind: "PasswordKey", seed: configuration.seed)
        wanAccelerators = Table(kind: "WanAccelerator", seed: configuration.seed)
        externalRepositories = Table(kind: "ExternalRepository", seed: configuration.seed)
    }

    /// The managed servers with a virtual infrastructure below them; none of them is generated.
    var roots: [ManagedServerRecord] { managedServers.exceptional.filter { $0.platform != nil } }

    /// A hierarchy root, or nil.
    func root(_ id: GUID) -> ManagedServerRecord? { managedServers[id].flatMap { $0.platform == nil ? nil : $0 } }

    /// The root below which a server's virtual machines of a platform are.
    func root(of platform: HierarchyPlatform, on server: GUID) -> GUID? {
        roots.first { $0.server == server && $0.platform == platform }?.id
    }

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) { DefaultInfrastructure.furnish(&world) }
}
