// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What `$item` stands for.
enum RunItem: Hashable, Sendable {
    case resource(Resource)
    case text(String)
}
