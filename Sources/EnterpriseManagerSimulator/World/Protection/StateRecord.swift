// SPDX-License-Identifier: Apache-2.0

/// The state of a machine or a vApp at one point in time.
protocol StateRecord: TableRecord {
    /// The name of the machine or vApp.
    var subject: String { get }
    var server: GUID { get }
    var time: Duration { get }
    /// Whether it holds everything, not only what has changed.
    var isFull: Bool { get }
}

/// A state that something can fail over to.
protocol ReplicaStateRecord: StateRecord {
    /// Where the machine or vApp stands in its virtual infrastructure.
    var reference: String { get }
    var replica: GUID { get }
}
