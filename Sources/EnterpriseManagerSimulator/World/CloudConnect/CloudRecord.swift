// SPDX-License-Identifier: Apache-2.0

/// A key resource of Cloud Connect: it has a name and belongs to a backup server.
protocol CloudRecord: TableRecord {
    var name: String { get }
    var server: GUID { get }
    /// The tenant that sees it after a logon of its own; nil for what only the service provider sees.
    var tenant: GUID? { get }
}

extension CloudRecord {
    var tenant: GUID? { nil }
}
