// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a document in JSON says, one sorted line for each scalar: its path without case, and its text.
///
/// Nulls and what is empty say nothing.
enum JSONDump {
    static func lines(_ bytes: [UInt8]) throws -> [String] {
        var lines: [String] = []
        func add(_ value: Any, _ path: String) {
            switch value {
            case let object as [String: Any]: for (key, value) in object { add(value, path + "." + fold(key)) }
            case let array as [Any]: for (index, value) in array.enumerated() { add(value, path + "[\(index)]") }
            case is NSNull: break
            default:
                // A number of Foundation does not tell whether it was a truth value.
                let text = ["true": "1", "false": "0"]["\(value)"] ?? "\(value)"
                lines.append("\(path): \(text)")
            }
        }
        add(try JSONSerialization.jsonObject(with: Data(bytes)), "$")
        return lines.sorted()
    }

    static func fold(_ text: String) -> String { text.lowercased() }
}
