// SPDX-License-Identifier: Apache-2.0

/// A link with the href that the client will see.
struct IssuedLink: Sendable {
    var rel: String
    var type: String?
    var name: String?
    var href: String
}
