// SPDX-License-Identifier: Apache-2.0

/// What the generated jobs, their sessions and repositories look like: functions of their numbers.
struct GeneratedRecords: Sendable {
    /// The servers that share them.
    private let servers: [GUID]
    /// The vCenter Server of each of them.
    private let roots: [GUID]
    /// The hand-made repositories of each of them, for worlds without generated ones.
    private let repositories: [[GUID]]
    private let population: Population
    private let objectCodec: GUIDCodec
    private let repositoryCodec: GUIDCodec
    private let jobCodec: GUIDCodec
    private let configuration: SimulatorConfiguration

    /// For a world that has its servers, their hierarchy roots and the hand-made repositories.
    init(_ world: World) {
        servers = world.firstServers
        roots = servers.compactMap { world.infrastructure.root(of: .vmware, on: $0) }
        let placed = world.repositories.exceptional
        repositories = servers.map { server in placed.filter { $0.server == server }.map(\.id) }
        population = world.population
        configuration = world.configuration
        objectCodec = GUIDCodec(kind: "ObjectInJob", seed: configuration.seed)
        repositoryCodec = GUIDCodec(kind: "Repository", seed: configuration.seed)
        jobCodec = GUIDCodec(kind: "Job", seed: configuration.seed)
    }

    /// The machine of a generated job, as the lookup service finds it.
    static func machine(_ number: Int, root: GUID) -> HierarchyItemRecord {
        HierarchyItemRecord(
            root: root,
            type: "Vm",
            name: "vm\(number + 1)",
            reference: HierarchyPlatform.vmware.reference("Vm", "vm-\(10_000 + number)", root: root)
        )
    }

    func job(_ number: Int, _ id: GUID) -> JobRecord {
        let server = population.server(of: number)
        var job = JobRecord(id: id, name: "Backup Job \(number + 1)", kind: .backup, server: servers[server])
        let machine = GeneratedRecords.machine(number, root: roots[server])
        job.objects = [
            ObjectInJobRecord(id: objectCodec.id(number), reference: machine.reference, name: machine.name)
        ]
        job.repository = repository(ofJob: number)
        return job
    }

    /// Where the machine of a job stands in its virtual infrastructure.
    func reference(ofMachine number: Int) -> String {
        GeneratedRecords.machine(number, root: roots[population.server(of: number)]).reference
    }

    /// Whether the run of a job last night failed.
    static func hasFailed(_ number: Int) -> Bool { number % 50 == 17 }

    /// The run of last night: of a hundred jobs two have failed, and four more ended with a warning.
    func session(_ number: Int, _ id: GUID) -> JobSessionRecord {
        let job = job(number, jobCodec.id(number))
        let result = GeneratedRecords.hasFailed(number) ? "Failed" : number % 25 == 3 ? "Warning" : "Success"
        // Jobs begin within an hour, not all in the same second.
        let start = JobSchedule.lastRun(of: job, before: .zero, configuration) + .seconds(number % 3600)
        return JobSessionRecord(
            id: id,
            job: job.id,
            jobName: job.name,
            kind: job.kind,
            server: job.server,
            start: start,
            plannedEnd: start + .seconds(300 + number * 7919 % 5100),
            plannedResult: result,
            isRetry: false,
            failure: result == "Failed" ? "Processing vm\(number + 1) Error: Failed to create a snapshot" : nil
        )
    }

    /// One in forty is nearly full.
    func repository(_ number: Int, _ id: GUID) -> RepositoryRecord {
        let kinds = ["LinuxLocal", "LinuxLocal", "WindowsLocal", "CifsShare", "Nfs"]
        let capacity = (8 + number * 7 % 33) << 40
        return RepositoryRecord(
            id: id,
            name: "Backup Vol \(1001 + number)",
            server: servers[population.server(of: number)],
            capacity: capacity,
            freeSpace: number % 40 == 11 ? capacity / 200 : capacity / 100 * (15 + number * 13 % 70),
            kind: kinds[number % kinds.count]
        )
    }

    /// A host on which machines run, managed by the vCenter Server of its backup server.
    func host(_ number: Int, _ id: GUID) -> ManagedServerRecord {
        ManagedServerRecord(
            id: id,
            name: "esx\(1001 + number).example.test",
            server: servers[population.server(of: number)],
            description: "Added by vCenter Server",
            kind: "ESXi"
        )
    }

    /// The server of a job.
    func server(ofJob number: Int) -> GUID { servers[population.server(of: number)] }

    /// Where a job writes.
    func repository(ofJob number: Int) -> GUID? {
        if let repository = population.repository(ofJob: number) { return repositoryCodec.id(repository) }
        let candidates = repositories[population.server(of: number)]
        return candidates.isEmpty ? nil : candidates[number / Population.servers % candidates.count]
    }
}
