// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation

/// A number with its unit, as people read and type it.
enum Quantity {
    private static let binary = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    /// How many bytes or seconds one of a unit of the schema is.
    private static let bytes: [String: Double] = [
        "bytes": 1, "kilobytes": 1024, "megabytes": 1_048_576, "gigabytes": 1_073_741_824,
    ]
    private static let seconds: [String: Double] = ["seconds": 1, "minutes": 60, "hours": 3600]

    /// A number of the schema's unit for people; nil if it is none, or so small that the number says enough.
    static func text(_ value: String, unit: String) -> String? {
        // Beyond that no unit helps anybody.
        guard let number = Double(value), abs(number) < 1e24 else { return nil }
        // The guide has -1 for what is not known.
        if number < 0 { return number == -1 ? "unknown" : nil }
        if let factor = bytes[unit] { return size(number * factor) }
        if let factor = seconds[unit] { return duration(number * factor) ?? "\(value) \(unit)" }
        return unit == "percent" ? "\(value) %" : "\(value) \(number == 1 ? String(unit.dropLast()) : unit)"
    }

    /// A size in the largest unit of which there is one at least.
    static func size(_ bytes: Double) -> String {
        var rest = bytes
        var unit = 0
        // What would be rounded up to 1024 is one of the next unit.
        while unit + 1 < binary.count, rest >= (unit == 0 ? 1024 : 1023.95) {
            rest /= 1024
            unit += 1
        }
        if unit == 0 || rest >= 99.95 { return "\(Int(rest.rounded())) \(binary[unit])" }
        let tenths = Int((rest * 10).rounded())
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)") \(binary[unit])"
    }

    /// A length of time in its two largest units; nil below a minute.
    private static func duration(_ seconds: Double) -> String? {
        guard seconds >= 60, seconds < 1e12 else { return nil }
        let units: [(Int, String)] = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
        var rest = Int(seconds.rounded())
        var parts: [String] = []
        for (length, name) in units where rest >= length || !parts.isEmpty {
            if rest / length > 0 { parts.append("\(rest / length) \(name)") }
            rest %= length
            if parts.count == 2 { break }
        }
        return parts.joined(separator: " ")
    }

    /// The number that a person means: `5`, `1.5TB`, `500 GiB`; sizes are powers of 1024, as Enterprise Manager counts.
    static func number(_ text: String) -> Double? {
        if let plain = Double(text) { return plain.isFinite ? plain : nil }
        var unit = text.drop { $0.isNumber || $0 == "." || $0 == "-" }
        guard let number = Double(text.dropLast(unit.count)) else { return nil }
        unit = unit.drop { $0 == " " }
        var letters = unit.uppercased()
        if letters.hasSuffix("IB") { letters.removeLast(2) } else if letters.hasSuffix("B") { letters.removeLast() }
        guard !unit.isEmpty, letters.count <= 1 else { return nil }
        guard let power = letters.isEmpty ? 0 : ["K", "M", "G", "T", "P"].firstIndex(of: letters).map({ $0 + 1 }) else {
            return nil
        }
        return number * pow(1024, Double(power))
    }
}
#endif
