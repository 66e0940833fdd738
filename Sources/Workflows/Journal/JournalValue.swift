// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// A value as a journal keeps it: order of members and lexemes of numbers survive.
public struct JournalValue: Hashable, Sendable, Codable {
    /// The value.
    public let value: JSONValue

    /// A value.
    public init(_ value: JSONValue) { self.value = value }

    private enum Key: String, CodingKey { case number, members }

    private struct Member: Codable {
        let name: String
        let value: JournalValue
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Key.self) {
            if let lexeme = try container.decodeIfPresent(String.self, forKey: .number) {
                value = .number(lexeme)
            } else {
                let members = try container.decode([Member].self, forKey: .members)
                value = .object(members.map { .init($0.name, $0.value.value) })
            }
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            value = .null
        } else if let flag = try? single.decode(Bool.self) {
            value = .boolean(flag)
        } else if let text = try? single.decode(String.self) {
            value = .string(text)
        } else {
            value = .array(try single.decode([JournalValue].self).map(\.value))
        }
    }

    /// Writes texts, flags, null and arrays as they are; numbers and objects as objects of one member.
    public func encode(to encoder: any Encoder) throws {
        switch value {
        case .number(let lexeme):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(lexeme, forKey: .number)
        case .object(let members):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(members.map { Member(name: $0.name, value: .init($0.value)) }, forKey: .members)
        case .string(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .boolean(let flag):
            var container = encoder.singleValueContainer()
            try container.encode(flag)
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .array(let values):
            var container = encoder.singleValueContainer()
            try container.encode(values.map { JournalValue($0) })
        }
    }
}
