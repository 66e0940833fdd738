// SPDX-License-Identifier: Apache-2.0

import Foundation

/// As much of JSON Schema 2020-12 as the schema of the workflow format uses; an unknown keyword is a problem too.
struct MiniSchema {
    let root: [String: Any]

    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

    func problems(of value: Any) -> [String] { check(value, root, at: "") }

    private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        schema.keys.sorted().flatMap { keyword -> [String] in
            guard let rule = schema[keyword], !MiniSchema.annotations.contains(keyword) else { return [] }
            return check(value, keyword, rule, schema, at: path)
        }
    }

    private func check(
        _ value: Any,
        _ keyword: String,
        _ rule: Any,
        _ schema: [String: Any],
        at path: String
    ) -> [String] {
        let object = value as? [String: Any]
        let array = value as? [Any]
        switch keyword {
        case "$ref":
            let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path): no definition \(name)"]
            }
            return check(value, target, at: path)
        case "type":
            let types = rule as? [String] ?? [rule as? String ?? ""]
            return types.contains { isOfType(value, $0) } ? [] : ["\(path): not of type \(types)"]
        case "const": return "\(value)" == "\(rule)" ? [] : ["\(path): not \(rule)"]
        case "enum":
            let known = rule as? [String] ?? []
            return (value as? String).map(known.contains) == true ? [] : ["\(path): none of \(known)"]
        case "pattern":
            guard let text = value as? String, let pattern = rule as? String else { return [] }
            return text.range(of: pattern, options: .regularExpression) == nil ? ["\(path): not like \(pattern)"] : []
        case "minimum":
            guard let number = value as? Int, let least = rule as? Int else { return [] }
            return number < least ? ["\(path): less than \(least)"] : []
        case "required":
            return (rule as? [String] ?? []).filter { object != nil && object?[$0] == nil }.map {
                "\(path): needs \($0)"
            }
        case "properties":
            let rules = rule as? [String: [String: Any]] ?? [:]
            return (object ?? [:]).flatMap { key, value in
                rules[key].map { check(value, $0, at: path + "/" + key) } ?? []
            }
        case "additionalProperties":
            let known = schema["properties"] as? [String: Any] ?? [:]
            let hasPattern = schema["patternProperties"] != nil
            let rest = (object ?? [:]).filter { known[$0.key] == nil && !(hasPattern && $0.key.hasPrefix("x-")) }
            if rule as? Bool == false { return rest.keys.map { "\(path): unknown \($0)" } }
            guard let inner = rule as? [String: Any] else { return [] }
            return rest.flatMap { check($0.value, inner, at: path + "/" + $0.key) }
        case "patternProperties": return []
        case "items":
            guard let inner = rule as? [String: Any] else { return [] }
            return (array ?? []).enumerated().flatMap { check($0.element, inner, at: "\(path)/\($0.offset)") }
        case "minItems": return array.map { $0.count < rule as? Int ?? 0 } == true ? ["\(path): too few"] : []
        case "maxItems": return array.map { $0.count > rule as? Int ?? 0 } == true ? ["\(path): too many"] : []
        case "minProperties": return object.map { $0.count < rule as? Int ?? 0 } == true ? ["\(path): empty"] : []
        case "anyOf", "oneOf":
            let fitting = (rule as? [[String: Any]] ?? []).filter { check(value, $0, at: path).isEmpty }.count
            return fitting == 0 || (keyword == "oneOf" && fitting > 1) ? ["\(path): \(fitting) fit in \(keyword)"] : []
        default: return ["\(path): the schema uses \(keyword), which is not checked"]
        }
    }

    private func isOfType(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int && !(value is Bool)
        case "number": (value is Int || value is Double) && !(value is Bool)
        default: false
        }
    }
}
