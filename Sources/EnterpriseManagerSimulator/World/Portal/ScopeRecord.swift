// SPDX-License-Identifier: Apache-2.0

/// A container or machine that an account may restore from.
struct ScopeRecord: Sendable {
    let id: GUID
    let reference: HierarchyReference
    let name: String
    /// Whether its machines have been looked up.
    var isProcessed = false
}
