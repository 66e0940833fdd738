// SPDX-License-Identifier: Apache-2.0

/// What a value is, as far as the tables tell.
enum ValueKind: String {
    case integer, decimal, boolean, dateTime, time, address, identifier

    /// The kind that a type in the guide's field tables stands for; nil for strings and structures.
    init?(fieldType: String) {
        switch fieldType.filter({ !$0.isWhitespace }) {
        case "Int", "Int64", "Long", "UShort", "TimeSpan": self = .integer
        case "Double": self = .decimal
        case "Boolean", "Bool": self = .boolean
        case "DateTime": self = .dateTime
        case "Time": self = .time
        case "IPv4": self = .address
        case "UidType", "UID", "HierarchyObjRefType", "HierarchyObjRef": self = .identifier
        default: return nil
        }
    }

    /// The kind of the values that were seen; nil for strings, nothing and all that only looks like something.
    init?(leafKinds: Set<String>) {
        switch leafKinds.subtracting(["empty"]) {
        case ["integer"]: self = .integer
        case ["decimal"], ["decimal", "integer"]: self = .decimal
        case ["boolean"]: self = .boolean
        case ["dateTime"]: self = .dateTime
        case ["time"]: self = .time
        case let kinds where !kinds.isEmpty && kinds.allSatisfy { $0.hasPrefix("urn:") }: self = .identifier
        default: return nil
        }
    }

    /// Values that are none of its kind, whatever its range.
    var wrongValues: [String] {
        switch self {
        case .integer: ["many", "1.5"]
        case .decimal: ["many"]
        case .boolean: ["perhaps", "2"]
        case .dateTime: ["yesterday", "2024-13-01T00:00:00Z"]
        case .time: ["noon", "25:00:00"]
        case .address: ["nowhere"]
        case .identifier: ["anything"]
        }
    }
}
