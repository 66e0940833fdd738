// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What `$item` stands for.
enum RunItem: Sendable {
    case resource(Resource)
    case text(String)
    case link(Link)

    /// What it is called, as long as it lasts; nil if nothing says.
    var name: String? {
        switch self {
        case .resource(let resource): resource.uid ?? resource.label
        case .text(let text): text
        case .link(let link):
            [link.rel.rawValue, link.type?.rawValue, link.name].compactMap { $0 }.joined(separator: " ")
        }
    }
}
