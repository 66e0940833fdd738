// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// A value as people read it in a table: sizes in powers of 1024, times without what nobody looks at.
struct ReadableValue {
    let text: String

    init(_ value: String, of path: PropertyPath) {
        let name = (path.names.last ?? "").lowercased()
        let isSize = ["capacity", "freespace", "size", "bytes", "quota"].contains { name.hasSuffix($0) }
        if isSize, let bytes = Int64(value), bytes >= 1 << 20 {
            text = ReadableValue.size(bytes)
        } else if ReadableValue.isMoment(value) {
            text = String(value.prefix(16)).replacing("T", with: " ") + (value.hasSuffix("Z") ? "Z" : "")
        } else {
            text = value
        }
    }

    /// Three digits and a unit.
    static func size(_ bytes: Int64) -> String {
        var amount = Double(bytes)
        var unit = 0
        while amount >= 1000, unit < 5 {
            amount /= 1024
            unit += 1
        }
        let tenths = Int((amount * 10).rounded())
        let digits = unit > 0 && tenths < 1000 ? "\(tenths / 10).\(tenths % 10)" : "\(Int(amount.rounded()))"
        return "\(digits) \(["B", "KiB", "MiB", "GiB", "TiB", "PiB"][unit])"
    }

    /// `2026-01-15T22:00:49Z` and what begins so.
    private static func isMoment(_ text: String) -> Bool {
        let shape = Array("dddd-dd-ddTdd:dd")
        guard text.count >= shape.count else { return false }
        return zip(text, shape).allSatisfy { $1 == "d" ? $0.isNumber : $0 == $1 }
    }
}
#endif
