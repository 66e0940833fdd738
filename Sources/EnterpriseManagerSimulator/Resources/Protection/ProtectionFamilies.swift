// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// What jobs leave behind, and what is restored from it.
    static let protection: [any ResourceFamily.Type] = []
}
