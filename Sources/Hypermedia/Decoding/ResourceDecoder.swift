// SPDX-License-Identifier: Apache-2.0

/// Decodes what stands at one key of a resource.
struct ResourceDecoder: Decoder {
    let node: DecodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// A value of a type: read from its text where that is all it needs.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard let readable = type as? any TextReadable.Type else { return try Value(from: self) }
        guard let text = node.text else { throw notOne(type) }
        guard let value = readable.init(decodedText: text) as? Value else {
            throw DecodingError.dataCorrupted(context("The text is no \(type)."))
        }
        return value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let element = node.element else { throw notOne([String: Any].self) }
        return KeyedDecodingContainer(ResourceKeyedContainer<Key>(element: element, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        ResourceUnkeyedContainer(parts: node.list, codingPath: codingPath)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        ResourceSingleContainer(decoder: self)
    }

    /// Why there is not the one thing that was asked for.
    func notOne(_ type: Any.Type) -> DecodingError {
        if case .text = node { return .typeMismatch(type, context("This is an attribute, which has no parts.")) }
        if node.isAbsent { return .valueNotFound(type, context("There is nothing of this name.")) }
        return .typeMismatch(type, context("There are several elements of this name, and one was asked for."))
    }

    func context(_ text: String) -> DecodingError.Context {
        DecodingError.Context(codingPath: codingPath, debugDescription: text)
    }
}
