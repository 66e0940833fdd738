// SPDX-License-Identifier: Apache-2.0

import Hypermedia

/// A link by its four attributes, however it was found.
struct PlainLink: Hashable, Comparable, CustomStringConvertible {
    let rel: String
    let type: String?
    let href: String
    let name: String?

    init(rel: String, type: String?, href: String, name: String?) {
        self.rel = rel
        self.type = type
        self.href = href
        self.name = name
    }

    init(_ link: Link) {
        self.init(rel: link.rel.rawValue, type: link.type?.rawValue, href: link.href.text, name: link.name)
    }

    var description: String { "\(rel) \(type ?? "-") \(name ?? "-") \(href)" }

    static func < (left: PlainLink, right: PlainLink) -> Bool { left.description < right.description }
}
