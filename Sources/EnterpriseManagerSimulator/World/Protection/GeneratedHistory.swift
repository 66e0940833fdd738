// SPDX-License-Identifier: Apache-2.0

/// What the generated jobs left behind before the clock began: for each a backup with one restore point for each of
/// the last nights, each with a file and the point of one machine; and the part of that machine in last night's session.
///
/// The records follow from their numbers: the points of job n are n times seven and the next six. Where last night's
/// session failed the last point is of the night before.
struct GeneratedHistory: Sendable {
    let seed: UInt64
    /// How many generated jobs there are.
    let count: Int
    /// What the jobs themselves look like; nil for no jobs.
    private let records: GeneratedRecords?
    /// The evening before the clock began.
    private let lastNight: Duration
    private let start: Timestamp

    private let jobCodec: GUIDCodec
    private let backupCodec: GUIDCodec
    private let fileCodec: GUIDCodec
    private let pointCodec: GUIDCodec
    private let machineCodec: GUIDCodec
    private let sessionCodec: GUIDCodec
    private let taskCodec: GUIDCodec

    /// Restore points of each backup: one for each night of a week.
    static let nights = 7

    /// The history of no jobs.
    init(_ configuration: SimulatorConfiguration) { self.init(configuration, records: nil, count: 0) }

    /// The history of the generated jobs of a world.
    init(_ world: World) {
        self.init(world.configuration, records: GeneratedRecords(world), count: world.population.jobs)
    }

    private init(_ configuration: SimulatorConfiguration, records: GeneratedRecords?, count: Int) {
        seed = configuration.seed
        self.records = records
        self.count = count
        start = Timestamp(milliseconds: configuration.startTime * 1000)
        let ofDay = (configuration.startTime % 86_400 + 86_400) % 86_400
        lastNight = .seconds(-ofDay - 7200)
        jobCodec = GUIDCodec(kind: "Job", seed: seed)
        backupCodec = GUIDCodec(kind: "Backup", seed: seed)
        fileCodec = GUIDCodec(kind: "BackupFile", seed: seed)
        pointCodec = GUIDCodec(kind: "RestorePoint", seed: seed)
        machineCodec = GUIDCodec(kind: "VmRestorePoint", seed: seed)
        sessionCodec = GUIDCodec(kind: "JobSession", seed: seed)
        taskCodec = GUIDCodec(kind: "BackupTaskSession", seed: seed)
    }

    /// How many restore points there are.
    var pointCount: Int { count * GeneratedHistory.nights }

    /// The backup of a generated job.
    func backupID(ofJob job: GUID) -> GUID? { jobCodec.number(job, below: count).map(backupCodec.id) }

    /// The task sessions of a generated session: one, for the machine of the job.
    func tasks(ofSession session: GUID) -> [GUID] {
        sessionCodec.number(session, below: count).map { [taskCodec.id($0)] } ?? []
    }

    /// What a generated session left behind; nil if it failed.
    func point(ofSession session: GUID) -> GUID? {
        guard let job = sessionCodec.number(session, below: count), !GeneratedRecords.hasFailed(job) else { return nil }
        return pointNumbers(job).last.map(pointCodec.id)
    }

    /// The machine of a generated job.
    func machine(_ job: Int) -> String { "vm\(job + 1)" }

    /// The restore points of a machine, by its name.
    func machinePoints(of name: String) -> [GUID] {
        guard name.hasPrefix("vm"), let number = Int(name.dropFirst(2)), (1...max(1, count)).contains(number),
            count > 0, machine(number - 1) == name
        else { return [] }
        return pointNumbers(number - 1).map(machineCodec.id)
    }

    func backup(_ number: Int, _ id: GUID) -> BackupRecord {
        BackupRecord(
            id: id,
            name: name(number),
            server: server(number),
            repository: records?.repository(ofJob: number) ?? GUID(high: 0, low: 0),
            platform: "VMware",
            kind: "Standard",
            job: jobCodec.id(number),
            points: pointNumbers(number).map(pointCodec.id)
        )
    }

    func point(_ number: Int, _ id: GUID) -> RestorePointRecord {
        let job = number / GeneratedHistory.nights
        return RestorePointRecord(
            id: id,
            backup: backupCodec.id(job),
            server: server(job),
            time: time(number),
            file: fileCodec.id(number),
            machines: [machineCodec.id(number)]
        )
    }

    func file(_ number: Int, _ id: GUID) -> BackupFileRecord {
        let job = number / GeneratedHistory.nights
        var generator = SeededGenerator(seed: seed ^ UInt64(number) &* 0x9E37_79B9)
        let dataSize = generator.number(in: 20...200) << 30
        let stamp = Timestamp(milliseconds: start.milliseconds + Int(time(number) / .milliseconds(1)))
        let name = "\(name(job))D\(stamp.inFileName).\(isFull(number) ? "vbk" : "vib")"
        return BackupFileRecord(
            id: id,
            name: name,
            path: "/backups/\(self.name(job))/\(name)",
            backup: backupCodec.id(job),
            server: server(job),
            point: pointCodec.id(number),
            time: time(number),
            isFull: isFull(number),
            size: isFull(number) ? dataSize / 2 : dataSize / generator.number(in: 20...60),
            dataSize: dataSize
        )
    }

    func machinePoint(_ number: Int, _ id: GUID) -> VmRestorePointRecord {
        let job = number / GeneratedHistory.nights
        return VmRestorePointRecord(
            id: id,
            machine: machine(job),
            reference: nil,
            server: server(job),
            point: pointCodec.id(number),
            file: fileCodec.id(number),
            time: time(number) + .seconds(20),
            isFull: isFull(number)
        )
    }

    /// The part of the only machine in last night's session: all of it but for the beginning and the end.
    func task(_ number: Int, _ id: GUID) -> TaskSessionRecord {
        let session = records?.session(number, sessionCodec.id(number))
        let last = pointNumbers(number).upperBound - 1
        var generator = SeededGenerator(seed: seed ^ UInt64(number) &* 0xD1B5_4A32)
        return TaskSessionRecord(
            id: id,
            session: sessionCodec.id(number),
            kind: .backup,
            server: server(number),
            machine: machine(number),
            reference: records?.reference(ofMachine: number),
            start: (session?.start ?? time(last)) + .seconds(15),
            plannedEnd: (session?.plannedEnd ?? time(last)) - .seconds(15),
            plannedResult: session?.plannedResult ?? "Success",
            reason: session?.failure ?? "",
            size: generator.number(in: 40...120) << 30,
            point: GeneratedRecords.hasFailed(number) ? nil : machineCodec.id(last)
        )
    }

    private func pointNumbers(_ job: Int) -> Range<Int> {
        job * GeneratedHistory.nights..<(job + 1) * GeneratedHistory.nights
    }

    private func name(_ job: Int) -> String { "Backup Job \(job + 1)" }
    private func server(_ job: Int) -> GUID { records?.server(ofJob: job) ?? GUID(high: 0, low: 0) }
    private func isFull(_ number: Int) -> Bool { number % GeneratedHistory.nights == 0 }

    private func time(_ number: Int) -> Duration {
        let job = number / GeneratedHistory.nights
        let last = GeneratedHistory.nights - 1 + (GeneratedRecords.hasFailed(job) ? 1 : 0)
        let night = last - number % GeneratedHistory.nights
        // Jobs begin within an hour, not all in the same second.
        return lastNight - .seconds(86_400 * night) + .seconds(job % 3600)
    }
}
