// SPDX-License-Identifier: Apache-2.0

/// What a resource says of itself: `Type`, `Href` and, for key resources, `Name` and `UID`.
struct Identity: Sendable {
    var type: String?
    var address: Address?
    var name: String?
    var uid: UID?

    init(type: String? = nil, address: Address? = nil, name: String? = nil, uid: UID? = nil) {
        self.type = type
        self.address = address
        self.name = name
        self.uid = uid
    }
}
