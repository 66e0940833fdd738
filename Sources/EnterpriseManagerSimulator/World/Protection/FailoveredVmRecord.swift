// SPDX-License-Identifier: Apache-2.0

/// A machine of a failover plan.
struct FailoveredVmRecord: Sendable {
    let id: GUID
    let reference: String
    let name: String
}
