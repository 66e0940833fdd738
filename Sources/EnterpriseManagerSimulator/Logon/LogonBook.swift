// SPDX-License-Identifier: Apache-2.0

/// The living logon sessions.
struct LogonBook: Sendable {
    private var secrets: SeededGenerator
    private(set) var sessions: [GUID: LogonRecord] = [:]
    private(set) var order: [GUID] = []

    init(secrets: SeededGenerator) { self.secrets = secrets }

    /// Opens a session.
    mutating func open(user: String, tenant: GUID? = nil, version: APIVersion, at now: Duration) -> LogonRecord {
        let record = LogonRecord(id: secrets.guid(), user: user, version: version, tenant: tenant, lastUsed: now)
        sessions[record.id] = record
        order.append(record.id)
        return record
    }

    /// The session of a token, or nil.
    func session(token: String) -> LogonRecord? {
        guard let bytes = Base64.decode(token), let id = GUID(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        return sessions[id]
    }

    /// Notes that a session is in use.
    mutating func touch(_ id: GUID, at now: Duration) { sessions[id]?.lastUsed = now }

    /// Ends a session; its tasks go with it.
    mutating func close(_ id: GUID) {
        guard sessions.removeValue(forKey: id) != nil else { return }
        order.removeAll { $0 == id }
    }

    /// Ends the sessions that were idle for too long.
    mutating func expire(at now: Duration, idle: Duration) {
        for id in order {
            if let session = sessions[id], now - session.lastUsed >= idle { close(id) }
        }
    }

    /// Changes a task that is still there.
    mutating func update(task number: Int, of session: GUID, _ change: (inout TaskRecord) -> Void) {
        guard var task = sessions[session]?.tasks[number] else { return }
        change(&task)
        sessions[session]?.tasks[number] = task
    }

    /// Keeps a task.
    mutating func keep(_ task: TaskRecord, of session: GUID) { sessions[session]?.tasks[task.number] = task }

    /// Drops a task.
    mutating func drop(task number: Int, of session: GUID) { sessions[session]?.tasks[number] = nil }

    /// The next number for a task.
    mutating func nextTaskNumber(of session: GUID) -> Int {
        sessions[session]?.taskCount += 1
        return sessions[session]?.taskCount ?? 1
    }
}
