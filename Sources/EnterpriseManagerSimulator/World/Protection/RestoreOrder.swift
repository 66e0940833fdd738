// SPDX-License-Identifier: Apache-2.0

/// What a restore or a failover is to do.
struct RestoreOrder: Sendable {
    /// What the name of the session begins with.
    let title: String
    let machine: String
    let server: GUID
    var kind = "RestoreVm"
    var point: GUID?
    var reference: String?
    /// Whether a replica takes over, which happens to a machine once at a time.
    var isFailover = false

    init(title: String, machine: String, server: GUID) {
        self.title = title
        self.machine = machine
        self.server = server
    }

    /// A restore of a machine from a restore point.
    func from(_ point: GUID?, reference: String?) -> RestoreOrder {
        var order = self
        order.point = point
        order.reference = reference
        return order
    }

    /// A failover to a replica.
    func failover(of reference: String) -> RestoreOrder {
        var order = self
        order.reference = reference
        order.isFailover = true
        return order
    }

    /// A restore of files of a restore point [scenario_1_click_restore].
    static func files(of point: VmRestorePointRecord) -> RestoreOrder {
        let title = "FLR_[\(point.machine)]"
        var order = RestoreOrder(title: title, machine: point.machine, server: point.server)
        order.kind = "FileLevelRestore"
        order.point = point.id
        return order
    }
}
