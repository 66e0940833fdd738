// SPDX-License-Identifier: Apache-2.0

/// The attributes and elements of a resource by their names.
struct ResourceKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let element: Resource
    let codingPath: [any CodingKey]

    var allKeys: [Key] { element.decodedNames.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { !element.decodedNode(key.stringValue).isAbsent }

    func decodeNil(forKey key: Key) throws -> Bool { !contains(key) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let decoder = decoder(for: key)
        do {
            return try decoder.decode(type)
        } catch DecodingError.valueNotFound(_, let context)
            where decoder.node.isAbsent && context.codingPath.count == decoder.codingPath.count
        {
            throw DecodingError.keyNotFound(
                key,
                DecodingError.Context(codingPath: codingPath, debugDescription: "There is no \(key.stringValue).")
            )
        }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try decoder(for: key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(for: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { ResourceDecoder(node: .elements([element]), codingPath: codingPath) }

    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(for: key) }

    private func decoder(for key: Key) -> ResourceDecoder {
        ResourceDecoder(node: element.decodedNode(key.stringValue), codingPath: codingPath + [key])
    }
}
