// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Agents, file shares and CDP.
    static let agents: [any ResourceFamily.Type] = []
}
