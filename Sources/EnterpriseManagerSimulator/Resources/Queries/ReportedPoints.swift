// SPDX-License-Identifier: Apache-2.0

/// What the summary report says of restore points: how many there are, how large they are, and whose they are by day.
///
/// The sizes of very many generated points are those of the first of them, multiplied, so that a report of a large
/// world takes no longer.
struct ReportedPoints {
    /// Points of machines, in backups and of replicas.
    let count: Int
    /// Bytes of full backup files.
    private(set) var full = 0
    /// Bytes of incremental backup files.
    private(set) var incremental = 0
    /// Bytes of what is backed up: those that the last file of each backup was made of.
    private(set) var source = 0
    /// How many machines were backed up and replicated, by the number of the day since 1970.
    private(set) var backedUp: [Int: Int] = [:]
    private(set) var replicated: [Int: Int] = [:]

    private static let sample = 100 * GeneratedHistory.nights

    init(_ world: World) {
        let book = world.protection
        count = book.machinePoints.count + book.replicaPoints.count
        addSizes(of: book)
        backedUp = ReportedPoints.byDay(book.machinePoints.exceptional.map { ($0.machine, $0.time) }, world)
        replicated = ReportedPoints.byDay(book.replicaPoints.exceptional.map { ($0.machine, $0.time) }, world)
        // Every generated job left a point of one machine in each night.
        for night in 0..<GeneratedHistory.nights {
            guard let point = book.machinePoints.generated(night) else { continue }
            backedUp[ReportedPoints.day(point.time, world), default: 0] += book.history.count
        }
    }

    private mutating func addSizes(of book: ProtectionBook) {
        var last: [GUID: BackupFileRecord] = [:]
        for file in book.files.exceptional {
            if file.isFull { full += file.size } else { incremental += file.size }
            if last[file.backup].map({ $0.time < file.time }) ?? true { last[file.backup] = file }
        }
        source += last.values.reduce(0) { $0 + $1.dataSize }
        let total = book.files.generatedCount
        let sampled = min(ReportedPoints.sample, total)
        guard sampled > 0 else { return }
        let files = (0..<sampled).compactMap { book.files.generated($0) }
        func scaled(_ sum: Int) -> Int { sum / sampled * total }
        full += scaled(files.filter(\.isFull).reduce(0) { $0 + $1.size })
        incremental += scaled(files.filter { !$0.isFull }.reduce(0) { $0 + $1.size })
        source += scaled(files.reduce(0) { $0 + $1.dataSize }) / GeneratedHistory.nights
    }

    /// Machines count once a day, however often they were processed.
    private static func byDay(_ points: [(machine: String, time: Duration)], _ world: World) -> [Int: Int] {
        var machines: [Int: Set<String>] = [:]
        for point in points { machines[day(point.time, world), default: []].insert(point.machine) }
        return machines.mapValues(\.count)
    }

    private static func day(_ time: Duration, _ world: World) -> Int {
        world.timestamp(time).milliseconds / 86_400_000
    }
}
