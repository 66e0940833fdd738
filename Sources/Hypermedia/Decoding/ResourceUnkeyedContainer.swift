// SPDX-License-Identifier: Apache-2.0

/// The parts of a list in document order.
struct ResourceUnkeyedContainer: UnkeyedDecodingContainer {
    private struct Position: CodingKey {
        let intValue: Int?
        var stringValue: String { intValue.map { "[\($0)]" } ?? "" }

        init(_ index: Int) { intValue = index }
        init?(intValue: Int) { self.intValue = intValue }
        init?(stringValue: String) { nil }
    }

    let parts: [DecodedNode]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(parts: [DecodedNode], codingPath: [any CodingKey]) {
        self.parts = parts
        self.codingPath = codingPath
    }

    var count: Int? { parts.count }
    var isAtEnd: Bool { currentIndex >= parts.count }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try decoder(type).decode(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try decoder(type).container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try decoder([Any].self).unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try decoder(Any.self)
        currentIndex += 1
        return decoder
    }

    private func decoder(_ type: Any.Type) throws -> ResourceDecoder {
        let path = codingPath + [Position(currentIndex)]
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                DecodingError.Context(codingPath: path, debugDescription: "The list has no more parts.")
            )
        }
        return ResourceDecoder(node: parts[currentIndex], codingPath: path)
    }
}
