// SPDX-License-Identifier: Apache-2.0

extension Families {
    /// Security, vCloud and self-service.
    static let portal: [any ResourceFamily.Type] = []
}
