// SPDX-License-Identifier: Apache-2.0

extension ProtectionBook {
    /// A machine or a vApp whose state is kept, with its place in the virtual infrastructure.
    struct Subject: Sendable {
        let name: String
        let reference: String

        init(name: String, reference: String) {
            self.name = name
            self.reference = reference
        }

        init(_ object: ObjectInJobRecord) { self.init(name: object.name, reference: object.reference) }
    }

    /// What the name and path of a backup file depend on.
    struct Place: Sendable {
        let stamp: Timestamp
        let repositoryKind: String?
    }

    /// Adds a restore point with its file to a backup; the first is full, the others are increments.
    mutating func addPoint(
        to backup: BackupRecord,
        machines: [Subject],
        vApps: [Subject] = [],
        at time: Duration,
        _ place: Place
    ) -> GUID {
        let (id, file) = (generator.guid(), generator.guid())
        let isFull = backups[backup.id]?.points.isEmpty ?? true
        var point = RestorePointRecord(id: id, backup: backup.id, server: backup.server, time: time, file: file)
        for (index, machine) in machines.enumerated() {
            let record = VmRestorePointRecord(
                id: generator.guid(),
                machine: machine.name,
                reference: machine.reference,
                server: backup.server,
                point: id,
                file: file,
                time: time + .seconds(20 + index),
                isFull: isFull
            )
            enter(record, in: \.machinePoints)
            catalog.enter(record.id, of: machine.name)
            point.machines.append(record.id)
        }
        for vApp in vApps {
            let record = VAppRestorePointRecord(
                id: generator.guid(),
                vApp: vApp.name,
                reference: vApp.reference,
                server: backup.server,
                point: id,
                time: time + .seconds(10),
                isFull: isFull
            )
            enter(record, in: \.vAppPoints)
            point.vApps.append(record.id)
        }
        enter(point, in: \.points)
        addFile(file, of: point, in: backup, isFull: isFull, count: max(1, machines.count), place)
        backups.update(backup.id) { $0.points.append(id) }
        return id
    }

    /// Adds a state of machines to a replica.
    mutating func addPoints(to replica: ReplicaRecord, machines: [Subject], at time: Duration) -> [GUID] {
        let isFull = replicas[replica.id]?.points.isEmpty ?? true
        let ids = machines.enumerated().map { index, machine in
            let record = VmReplicaPointRecord(
                id: generator.guid(),
                machine: machine.name,
                reference: machine.reference,
                server: replica.server,
                replica: replica.id,
                time: time + .seconds(30 + index),
                isFull: isFull
            )
            enter(record, in: \.replicaPoints)
            return record.id
        }
        replicas.update(replica.id) { $0.points += ids }
        return ids
    }

    private mutating func addFile(
        _ id: GUID,
        of point: RestorePointRecord,
        in backup: BackupRecord,
        isFull: Bool,
        count: Int,
        _ place: Place
    ) {
        let dataSize = generator.number(in: 40...120) * count << 30
        let name = "\(backup.name)D\(place.stamp.inFileName).\(isFull ? "vbk" : "vib")"
        let record = BackupFileRecord(
            id: id,
            name: name,
            path: ProtectionBook.folder(of: place.repositoryKind, backup.name) + name,
            backup: backup.id,
            server: backup.server,
            point: point.id,
            time: point.time,
            isFull: isFull,
            size: isFull ? dataSize / 2 : dataSize / generator.number(in: 20...60),
            dataSize: dataSize
        )
        enter(record, in: \.files)
    }

    /// Where a repository of a kind keeps a backup.
    private static func folder(of kind: String?, _ backup: String) -> String {
        switch kind {
        case "WindowsLocal": "D:\\Backup\\\(backup)\\"
        case "CifsShare": "\\\\nas01.example.test\\backup\\\(backup)\\"
        default: "/backups/\(backup)/"
        }
    }
}
