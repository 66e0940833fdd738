// SPDX-License-Identifier: Apache-2.0

/// A link of a resource before its href is made.
struct OfferedLink: Sendable {
    var rel: String
    var type: String?
    var name: String?
    var address: Address

    init(_ rel: String, _ type: String? = nil, _ address: Address, name: String? = nil) {
        self.rel = rel
        self.type = type
        self.name = name
        self.address = address
    }
}
