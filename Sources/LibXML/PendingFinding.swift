// SPDX-License-Identifier: Apache-2.0

/// A finding whose path and surroundings are complete only when the elements around it have ended.
struct PendingFinding {
    /// An element on the way to the place.
    struct Step {
        let step: SchemaContext.Step
        /// Its number in the document.
        let serial: Int
        /// Its position among siblings of its name, from 1; 0 for the root.
        let number: Int
        /// Whether it turned out to have siblings of its name.
        var hasTwins = false
    }

    let line: Int
    let message: String
    let number: Int
    var steps: [Step]
    let attribute: String?
    let value: String?
    let before: [SchemaContext.Run]
    var after: [SchemaContext.Run] = []
    var children: [SchemaContext.Run]

    /// Takes in all children of an element that ended; false if the finding does not lie in it.
    mutating func settle(_ serial: Int, depth: Int, children: [SchemaContext.Run]) -> Bool {
        guard depth < steps.count, steps[depth].serial == serial else { return false }
        guard depth + 1 < steps.count else {
            self.children = children
            return true
        }
        let name = steps[depth + 1].step.name
        steps[depth + 1].hasTwins = children.reduce(0) { $1.name == name ? $0 + $1.count : $0 } > 1
        if depth + 2 == steps.count, let last = before.last, before.count <= children.count {
            let rest = children[before.count - 1].count - last.count
            after =
                (rest > 0 ? [SchemaContext.Run(name: last.name, count: rest)] : []) + children[before.count...]
        }
        return true
    }

    /// The finding as far as it is known.
    var finding: SchemaFinding {
        let path = steps.map { "/" + $0.step.name + ($0.hasTwins ? "[\($0.number)]" : "") }.joined()
        return SchemaFinding(
            line: line,
            path: path + (attribute.map { "/@" + $0 } ?? ""),
            message: message,
            code: number,
            context: SchemaContext(
                steps: steps.map(\.step),
                attribute: attribute,
                value: value,
                before: before,
                after: after,
                children: children,
                element: steps.last?.serial ?? 0
            )
        )
    }
}
