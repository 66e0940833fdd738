// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Yams

/// A document in YAML: what is text stays text, also where it looks like a number, a date or a yes.
enum YAMLText {
    static func text(_ value: JSONValue) throws -> String {
        try Yams.serialize(node: node(value), width: -1, allowUnicode: true)
    }

    private static func node(_ value: JSONValue) -> Node {
        switch value {
        // The library quotes what another reader would take for something else.
        case .string(let text): .scalar(text.represented())
        case .number(let lexeme): .scalar(Node.Scalar(lexeme))
        case .boolean(let flag): .scalar(Node.Scalar(flag ? "true" : "false"))
        case .null: .scalar(Node.Scalar("null"))
        case .array(let values): .sequence(Node.Sequence(values.map(node)))
        case .object(let members):
            .mapping(Node.Mapping(members.map { (Node.scalar($0.name.represented()), node($0.value)) }))
        }
    }
}
#endif
