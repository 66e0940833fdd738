// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// The query and lookup services, and reports.
    static let queries: [any ResourceFamily.Type] = []
}
