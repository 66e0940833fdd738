// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Resources for people.
struct ResourceText {
    let console: Console

    /// The whole graph of a document, indented.
    func graph(of resource: Resource, indent: String = "") -> String {
        var lines = [indent + headline(of: resource)]
        for property in resource.properties where !isIdentity(property.path, of: resource) {
            lines.append("\(indent)  \(console.style.dim(property.path.description)) \(value(property))")
        }
        for link in resource.links {
            let name = link.name.map { " ‘\($0)’" } ?? ""
            lines.append(
                "\(indent)  → \(LinkSelector(rel: link.rel, type: link.type))\(name) \(console.style.dim(link.href.text))"
            )
        }
        for item in resource.items { lines.append(graph(of: item, indent: indent + "  ")) }
        return lines.joined(separator: "\n")
    }

    /// What one resource says.
    func show(_ resource: Resource) -> String {
        let pages = ResourcePages(resource)
        let values = ValueText(isExact: console.width == nil)
        return ResourceView(pages: pages, view: View(isFull: true), values: values, console: console).describe()
    }

    func headline(of resource: Resource) -> String {
        let name = resource.name.isEmpty ? "(no name)" : resource.name
        var text = console.style.bold(name)
        if let type = resource.type?.rawValue, type != resource.name { text += " \(type)" }
        if let label = resource.label { text += " ‘\(PlainText.oneLine(label))’" }
        if let uid = resource.uid { text += " \(console.style.dim(uid))" }
        return text
    }

    private func value(_ property: Resource.Property) -> String {
        property.isSecret ? "•••" : PlainText.oneLine(property.value)
    }

    private func isIdentity(_ path: PropertyPath, of resource: Resource) -> Bool {
        let identity = resource.representation.profile.identity
        guard path.names.count == 1, let name = path.names.first?.lowercased() else { return false }
        return [identity.href, identity.type, identity.name, identity.uid].contains { $0.lowercased() == name }
    }
}
#endif
