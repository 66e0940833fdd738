// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// The query service and reports.
    static let queries: [any ResourceFamily.Type] = [
        QueryService.self,
        Reports.self,
    ]
}
