// SPDX-License-Identifier: Apache-2.0

/// A piece of housekeeping of Enterprise Manager itself [get_systemsessions_id].
struct SystemSessionRecord: TableRecord {
    /// A line of its record.
    struct Event: Sendable {
        let time: Duration
        let message: String
    }

    let id: GUID
    /// `CollectJob` and others.
    let kind: String
    /// What people call it.
    let title: String
    let start: Duration
    let end: Duration
    /// `CompletedSuccessfully`, `CompletedWarning` or `Failed`.
    let state: String
    let message: String
    let events: [Event]
}
