// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// What backup servers manage.
    static let infrastructure: [any ResourceFamily.Type] = []
}
