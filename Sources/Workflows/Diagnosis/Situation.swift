// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A link that somebody asked a resource for, and what is known around it.
struct Situation: Sendable {
    /// What was asked for.
    let selector: LinkSelector
    /// The resource that was asked.
    let resource: Resource
    /// How it is reached from the session.
    let path: RelPath

    var profile: Profile { resource.representation.profile }

    /// The resource in a few words.
    var name: String { Situation.name(of: resource) }

    static func name(of resource: Resource) -> String {
        let name = resource.name.isEmpty ? "document" : resource.name
        let type = resource.type.map { $0.rawValue == name ? "" : " (\($0))" } ?? ""
        return "\(name)\(type)\(resource.label.map { " ‘\($0)’" } ?? "")"
    }

    /// The link that was asked for, at this resource or another one.
    func asked(at path: RelPath) -> RelPath { RelPath(steps: path.steps + [.follow(selector)]) }

    /// Another link of the same resource.
    func sibling(_ selector: LinkSelector) -> RelPath { RelPath(steps: path.steps + [.follow(selector)]) }

    func evidence(_ sentence: String, property: String? = nil, value: String? = nil) -> Evidence {
        Evidence(sentence, path: path, document: name, property: property, value: value)
    }
}
