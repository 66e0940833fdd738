// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import XMLSchema

/// The units of the properties of some resources, as the schema has them.
struct Units {
    private var byElement: [String: [String: String]] = [:]

    /// The units of the resources that are shown.
    ///
    /// - Parameters:
    ///   - model: the schema; nil where there is none, and nothing is known then.
    ///   - resources: the resources; each kind of them is looked up once.
    init(_ model: SchemaModel?, of resources: [Resource]) {
        guard let model else { return }
        for resource in resources where byElement[Units.key(resource)] == nil {
            var units: [String: String] = [:]
            if let form = Units.form(of: resource, in: model) {
                for field in form.fields {
                    if let unit = field.unit { units[field.path.lowercased()] = unit }
                }
            }
            byElement[Units.key(resource)] = units
        }
    }

    /// Knows of nothing.
    init() {}

    /// The unit of a property; nil if none is known.
    func unit(of path: [String], in resource: Resource) -> String? {
        byElement[Units.key(resource)]?[path.joined(separator: ".").lowercased()]
    }

    private static func key(_ resource: Resource) -> String { "\(resource.name) \(resource.type?.rawValue ?? "")" }

    /// JSON may not name an item as XML does; its type does then.
    private static func form(of resource: Resource, in model: SchemaModel) -> SchemaForm? {
        if let form = try? SchemaForm(resource.name, in: model) { return form }
        return (resource.type?.rawValue).flatMap { try? SchemaForm($0, in: model) }
    }
}
#endif
