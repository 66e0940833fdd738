// SPDX-License-Identifier: Apache-2.0

/// What jobs leave behind: backups, their files and restore points, replicas, mounts, failover plans.
///
/// Records know their parents and their children, so that nothing is searched for.
struct ProtectionBook: Sendable {
    var backups: Table<BackupRecord>
    var files: Table<BackupFileRecord>
    var points: Table<RestorePointRecord>
    var machinePoints: Table<VmRestorePointRecord>
    var vAppPoints: Table<VAppRestorePointRecord>
    var replicas: Table<ReplicaRecord>
    var replicaPoints: Table<VmReplicaPointRecord>
    var vAppReplicaPoints: Table<VAppReplicaPointRecord>
    var backupTasks: Table<TaskSessionRecord>
    var replicaTasks: Table<TaskSessionRecord>
    var restores: Table<RestoreSessionRecord>
    var plans: Table<FailoverPlanRecord>
    /// The indexed machines, by name.
    var catalog: CatalogIndex
    var mounts: [MountRecord] = []
    /// The last failover of a machine, by its place in the virtual infrastructure.
    var failovers: [String: GUID] = [:]

    /// What the generated jobs left behind before the clock began.
    let history: GeneratedHistory
    /// Own chances, so that the rest of the world does not depend on what is protected.
    var generator: SeededGenerator
    /// Whether the first world is complete; what comes now stands at the end of lists.
    private var isFurnished = false

    var backupOfJob: [GUID: GUID] = [:]
    var replicaOfJob: [GUID: GUID] = [:]
    var pointOfSession: [GUID: GUID] = [:]
    var tasksOfSession: [GUID: [GUID]] = [:]

    init(_ configuration: SimulatorConfiguration) { self.init(GeneratedHistory(configuration)) }

    private init(_ history: GeneratedHistory) {
        let seed = history.seed
        self.history = history
        generator = SeededGenerator(seed: seed ^ 0x5052_4F54_4543_54)
        backups = Table(kind: "Backup", seed: seed, generating: history.count) { history.backup($0, $1) }
        files = Table(kind: "BackupFile", seed: seed, generating: history.pointCount) { history.file($0, $1) }
        points = Table(kind: "RestorePoint", seed: seed, generating: history.pointCount) { history.point($0, $1) }
        machinePoints = Table(kind: "VmRestorePoint", seed: seed, generating: history.pointCount) {
            history.machinePoint($0, $1)
        }
        vAppPoints = Table(kind: "VAppRestorePoint", seed: seed)
        replicas = Table(kind: "Replica", seed: seed)
        replicaPoints = Table(kind: "VmReplicaPoint", seed: seed)
        vAppReplicaPoints = Table(kind: "VAppReplicaPoint", seed: seed)
        backupTasks = Table(kind: "BackupTaskSession", seed: seed, generating: history.count) { history.task($0, $1) }
        replicaTasks = Table(kind: "ReplicaTaskSession", seed: seed)
        restores = Table(kind: "RestoreSession", seed: seed)
        plans = Table(kind: "FailoverPlan", seed: seed)
        catalog = CatalogIndex(history)
    }

    /// Puts the first records into a world that has its servers, repositories and jobs.
    static func furnish(_ world: inout World) {
        world.protection = ProtectionBook(GeneratedHistory(world))
        DefaultProtection.furnish(&world)
        world.protection.isFurnished = true
    }

    /// Enters a record: before the generated ones while the first world is made, behind them later.
    mutating func enter<Record>(_ record: Record, in table: WritableKeyPath<ProtectionBook, Table<Record>>) {
        if isFurnished { self[keyPath: table].add(record) } else { self[keyPath: table].place(record) }
    }

    /// The parts of a session, one for each machine.
    func tasks(ofSession id: GUID) -> [GUID] { tasksOfSession[id] ?? history.tasks(ofSession: id) }

    /// The restore point that a session left behind; nil if it failed or was a copy.
    func point(ofSession id: GUID) -> GUID? { pointOfSession[id] ?? history.point(ofSession: id) }

    /// The backup that a job writes.
    func backup(ofJob job: GUID) -> BackupRecord? {
        (backupOfJob[job] ?? history.backupID(ofJob: job)).flatMap { backups[$0] }
    }

    /// The backups of a repository; those of generated jobs follow from their numbers.
    func backups(inRepository id: GUID, of world: World) -> [BackupRecord] {
        let number = world.repositories.codec.number(id, below: world.population.repositories)
        // Without generated repositories the few generated jobs share those made by hand.
        let all = world.population.repositories == 0 ? 0..<world.population.jobs : 0..<0
        let numbers = number.map { Array(world.population.jobs(ofRepository: $0)) } ?? Array(all)
        let found = backups.ids(numbered: numbers) { $0.repository == id }
        return found.compactMap { backups[$0] }.filter { $0.repository == id }
    }

    /// Forgets everything of a backup server that is being removed.
    mutating func forget(server id: GUID) {
        backups.removeAll { $0.server == id }
        files.removeAll { $0.server == id }
        points.removeAll { $0.server == id }
        machinePoints.removeAll { $0.server == id }
        vAppPoints.removeAll { $0.server == id }
        replicas.removeAll { $0.server == id }
        replicaPoints.removeAll { $0.server == id }
        vAppReplicaPoints.removeAll { $0.server == id }
        backupTasks.removeAll { $0.server == id }
        replicaTasks.removeAll { $0.server == id }
        restores.removeAll { $0.server == id }
        plans.removeAll { $0.server == id }
    }

    /// Where the machine of a restore point stands in its virtual infrastructure, as its job knows.
    func reference(of point: VmRestorePointRecord, in world: World) -> String? {
        if let reference = point.reference { return reference }
        let job = points[point.point].flatMap { backups[$0.backup]?.job }.flatMap { world.jobs[$0] }
        return job?.objects.first { $0.name == point.machine }?.reference
    }
}
