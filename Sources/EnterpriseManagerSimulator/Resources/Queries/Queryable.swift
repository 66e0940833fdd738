// SPDX-License-Identifier: Apache-2.0

/// A family whose resources the query service can be asked for.
///
/// The family says of which types it has resources; the service finds, sorts and pages them, and takes what it compares
/// from the references and entities themselves.
protocol Queryable: ResourceFamily {
    /// One source for each type, by the names of ``QueryTypes``.
    static var queries: [QuerySource] { get }
}
