// SPDX-License-Identifier: Apache-2.0

/// What makes two links of one owner the same link: the server said the same thing twice.
struct LinkIdentity: Hashable {
    private let rel: Rel
    private let type: LinkType?
    private let name: String?
    private let href: Href

    init(_ link: Link) {
        rel = link.rel
        type = link.type
        name = link.name
        href = link.href
    }
}
