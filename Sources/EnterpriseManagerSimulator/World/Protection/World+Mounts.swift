// SPDX-License-Identifier: Apache-2.0

extension World {
    /// The mounts of a restore point that a logon session made.
    func mounts(of point: GUID, session: GUID) -> [MountRecord] {
        protection.mounts.filter { $0.point == point && $0.session == session }
    }

    /// Mounts a restore point for a logon session that still lives; mounts of ended sessions are forgotten.
    mutating func mount(_ point: GUID, number: Int, session: GUID, files: GuestFileSystem) {
        let sessions = logons.sessions
        protection.mounts.removeAll { sessions[$0.session] == nil }
        guard sessions[session] != nil else { return }
        protection.mounts.append(MountRecord(point: point, number: number, session: session, files: files))
    }

    /// A number that no mount of the point has; the first is 1.
    func nextMountNumber(of point: GUID) -> Int {
        let living = protection.mounts.filter { $0.point == point && logons.sessions[$0.session] != nil }
        return (living.map(\.number).max() ?? 0) + 1
    }

    /// Changes a mount if it is still there.
    mutating func update(mount number: Int, of point: GUID, _ change: (inout MountRecord) -> Void) {
        if let index = protection.mounts.firstIndex(where: { $0.point == point && $0.number == number }) {
            change(&protection.mounts[index])
        }
    }

    mutating func unmount(_ number: Int, of point: GUID) {
        protection.mounts.removeAll { $0.point == point && $0.number == number }
    }
}
