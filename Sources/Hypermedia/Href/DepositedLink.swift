// SPDX-License-Identifier: Apache-2.0

/// A link without the document in which it stood.
struct DepositedLink: Hashable, Sendable {
    let rel: Rel
    let type: LinkType?
    let name: String?
    let href: Href
}
