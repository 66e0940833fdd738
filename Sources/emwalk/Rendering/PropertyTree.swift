// SPDX-License-Identifier: Apache-2.0

#if Network
/// Properties by the parts that they stand in.
struct PropertyTree {
    /// The names of a part or of a value; several where a part holds nothing but another.
    let names: [String]
    /// What it says itself; several where it comes several times.
    let values: [String]
    /// What is inside, in the order of the document.
    let children: [PropertyTree]

    var name: String { names.joined(separator: ".") }
    var isPart: Bool { !children.isEmpty }

    /// The tops of the trees that some properties make.
    static func trees(of properties: [PropertyFolding.Row]) -> [PropertyTree] {
        var order: [String] = []
        var inside: [String: [PropertyFolding.Row]] = [:]
        for property in properties {
            guard let name = property.path.first else { continue }
            if inside[name] == nil { order.append(name) }
            inside[name, default: []].append((Array(property.path.dropFirst()), property.value))
        }
        return order.map { name in
            let rows = inside[name] ?? []
            return PropertyTree(
                name,
                values: rows.filter(\.path.isEmpty).map(\.value),
                children: trees(of: rows.filter { !$0.path.isEmpty })
            )
        }
    }

    private init(_ name: String, values: [String], children: [PropertyTree]) {
        if let only = children.first, children.count == 1, values.isEmpty, only.isPart {
            names = [name] + only.names
            self.values = only.values
            self.children = only.children
        } else {
            names = [name]
            self.values = values
            self.children = children
        }
    }
}
#endif
