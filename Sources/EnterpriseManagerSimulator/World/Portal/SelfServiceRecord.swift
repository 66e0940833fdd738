// SPDX-License-Identifier: Apache-2.0

/// What self-service allows somebody, whoever that is.
protocol SelfServiceRecord: TableRecord {
    /// Who it is.
    var name: String { get }
    var server: GUID { get }
    var repository: GUID { get }
    /// In gigabytes.
    var quota: Int { get }
    var jobs: SelfServiceJobs { get }
}
