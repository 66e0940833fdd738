// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension WorkflowReader {
    func readBack(_ node: SourceNode) throws(WorkflowError) -> ReadBack {
        let map = try SourceMapping(node, "‘verify’", keys: .verify)
        var follow: Follow?
        if let node = map["follow"] { follow = try self.follow(node) }
        var select: Selection?
        if let node = map["select"] { select = try self.select(node, mayExclude: true) }
        var failure: Condition?
        if let node = map["fails"] { failure = try condition(node) }
        return ReadBack(
            from: try origin(try map.required("from")),
            follow: follow,
            select: select,
            expectation: try expectation(map),
            failure: failure,
            within: .seconds(try map.optionalInteger("within") ?? 30),
            isRequired: try map["required"]?.boolean("‘required’") ?? true,
            isConclusive: try map["conclusive"]?.boolean("‘conclusive’") ?? true,
            position: node.position
        )
    }

    private func expectation(_ map: SourceMapping) throws(WorkflowError) -> ReadBack.Expectation {
        let words = ["exists", "absent", "holds", "gone"].filter { map[$0] != nil }
        guard words.count == 1, let word = words.first, let node = map[word] else {
            throw map.node.fail("‘verify’ needs one of ‘exists’, ‘absent’, ‘holds’ and ‘gone’.")
        }
        switch word {
        case "exists": return .exists(try existence(node, mayHaveFrom: false))
        case "absent": return .absent(try existence(node, mayHaveFrom: false))
        case "holds": return .holds(try condition(node))
        default:
            guard try node.boolean("‘gone’") else { throw node.fail("‘gone’ is true, or is left out.") }
            return .gone
        }
    }
}
