// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation

/// Checks JSON by the parts of JSON Schema that descriptions of outputs use.
struct JSONSchemaCheck {
    private let schema: [String: Any]

    init(_ schema: [String: Any]) { self.schema = schema }

    /// What is wrong, each with its place; members that the schema does not name are wrong as well.
    func problems(_ value: Any?) -> [String] { Self.problems(value, schema, at: "$") }

    private static func problems(_ value: Any?, _ schema: [String: Any], at path: String) -> [String] {
        if let options = schema["anyOf"] as? [[String: Any]] {
            let found = options.map { problems(value, $0, at: path) }
            return found.contains { $0.isEmpty } ? [] : found.min { $0.count < $1.count } ?? []
        }
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        guard types.isEmpty || types.contains(where: { isOf($0, value) }) else {
            return ["\(path) is no \(types.joined(separator: " or "))"]
        }
        var result: [String] = []
        if let object = value as? [String: Any], let properties = schema["properties"] as? [String: Any] {
            for name in schema["required"] as? [String] ?? [] where object[name] == nil {
                result.append("\(path) has no \(name)")
            }
            for (name, member) in object {
                guard let part = properties[name] as? [String: Any] else {
                    result.append("\(path).\(name) is not described")
                    continue
                }
                result += problems(member, part, at: "\(path).\(name)")
            }
        }
        if let array = value as? [Any], let item = schema["items"] as? [String: Any] {
            for (index, member) in array.enumerated() { result += problems(member, item, at: "\(path)[\(index)]") }
        }
        return result
    }

    private static func isOf(_ type: String, _ value: Any?) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "boolean": value is Bool
        case "integer": value is Int
        default: false
        }
    }
}
#endif
