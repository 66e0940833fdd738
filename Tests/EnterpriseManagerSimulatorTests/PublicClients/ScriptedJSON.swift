// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A JSON object as a script reads it: by the very names of its keys.
struct ScriptedJSON {
    private let members: [String: Any]
    /// The status that it came with.
    let status: Int

    init(_ bytes: [UInt8], status: Int) throws {
        members = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
        self.status = status
    }

    private init(_ members: [String: Any], status: Int) {
        self.members = members
        self.status = status
    }

    /// A text, or a number as a text; nil for `null` and for what is not there.
    subscript(_ key: String) -> String? {
        switch members[key] {
        case let text as String: text
        case let number as NSNumber: number.stringValue
        default: nil
        }
    }

    /// The objects of an array.
    func items(_ key: String) -> [ScriptedJSON] {
        (members[key] as? [[String: Any]] ?? []).map { ScriptedJSON($0, status: status) }
    }

    /// The texts of an array.
    func texts(_ key: String) -> [String] { members[key] as? [String] ?? [] }

    /// An object inside of others.
    func child(_ keys: String...) -> ScriptedJSON? {
        var current: [String: Any]? = members
        for key in keys { current = current?[key] as? [String: Any] }
        return current.map { ScriptedJSON($0, status: status) }
    }
}
