// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The values of a resource by path, without regard to case, secrets masked; gone through once.
struct ItemValues {
    /// What stands in place of a secret.
    static let mask = "•••"

    /// The paths in the order of the document, each once, as received.
    let paths: [PropertyPath]
    private let values: [String: [String]]
    private let href: String

    /// The values of a resource, those of items inside it included.
    init(_ resource: Resource) {
        var paths: [PropertyPath] = []
        var values: [String: [String]] = [:]
        for property in resource.allProperties {
            let key = property.path.description.lowercased()
            if values[key] == nil { paths.append(property.path) }
            values[key, default: []].append(property.isSecret ? ItemValues.mask : property.value)
        }
        self.paths = paths
        self.values = values
        href = resource.representation.profile.identity.href.lowercased()
    }

    /// All values at a path.
    func values(_ path: PropertyPath) -> [String] { values[path.description.lowercased()] ?? [] }

    /// Whether there is anything at the path.
    func has(_ path: PropertyPath) -> Bool { values[path.description.lowercased()] != nil }

    /// Whether any value is as asked; addresses are not what people mean.
    func contains(where isFitting: (String) -> Bool) -> Bool {
        values.contains { key, all in key != href && all.contains(where: isFitting) }
    }

    /// What is at a path: a text, several, or nothing.
    func json(_ path: PropertyPath) -> JSONValue {
        let all = values(path)
        return all.count > 1 ? .array(all.map { .string($0) }) : .optional(all.first)
    }
}
#endif
