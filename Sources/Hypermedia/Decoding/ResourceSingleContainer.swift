// SPDX-License-Identifier: Apache-2.0

/// One value.
struct ResourceSingleContainer: SingleValueDecodingContainer {
    let decoder: ResourceDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.node.isAbsent }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
