// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Cloud Connect.
    static let cloudConnect: [any ResourceFamily.Type] = []
}
