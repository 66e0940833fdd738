// SPDX-License-Identifier: Apache-2.0

/// A random JSON document, spelt in two ways: with as many liberties as the grammar allows, and with none.
struct RandomDocument {
    /// With random blanks and escapes.
    private(set) var loose = ""
    /// Without blanks, strings escaped only where they must be.
    private(set) var strict = ""
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        value(depth: 0)
        blank()
    }

    private mutating func value(depth: Int) {
        blank()
        switch Int.random(in: 0..<(depth < 6 ? 10 : 6), using: &generator) {
        case 0, 1: string()
        case 2, 3: both(number())
        case 4: both(["true", "false"].randomElement(using: &generator) ?? "true")
        case 5: both("null")
        case 6, 7:
            both("[")
            let count = Int.random(in: 0...5, using: &generator)
            for index in 0..<count {
                if index > 0 { both(",") }
                value(depth: depth + 1)
                blank()
            }
            if count == 0 { blank() }
            both("]")
        default:
            both("{")
            let count = Int.random(in: 0...5, using: &generator)
            for index in 0..<count {
                if index > 0 { both(",") }
                blank()
                string(prefix: String(index))
                blank()
                both(":")
                value(depth: depth + 1)
                blank()
            }
            if count == 0 { blank() }
            both("}")
        }
    }

    private mutating func both(_ text: String) {
        loose += text
        strict += text
    }

    private mutating func blank() {
        while Int.random(in: 0..<4, using: &generator) == 0 {
            loose += [" ", "\n", "\t", "\r", "\r\n"].randomElement(using: &generator) ?? " "
        }
    }

    private mutating func number() -> String {
        var text = Bool.random(using: &generator) ? "-" : ""
        text += Bool.random(using: &generator) ? "0" : "\(Int.random(in: 1...99_999, using: &generator))"
        if Bool.random(using: &generator) { text += ".\(Int.random(in: 0...999, using: &generator))" }
        if Int.random(in: 0..<3, using: &generator) == 0 {
            text += ["e", "E"].randomElement(using: &generator) ?? "e"
            text += ["", "+", "-"].randomElement(using: &generator) ?? ""
            text += "\(Int.random(in: 0...20, using: &generator))"
        }
        return text
    }

    private mutating func string(prefix: String = "") {
        let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x20...0x7E, 0x7F...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF]
        var text = prefix
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let astral: ClosedRange<UInt32> = 0x10000...0x10FFFF
            let range = (ranges + [astral]).randomElement(using: &generator) ?? astral
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
        }
        strict += JSONText.quoted(text)
        loose += "\"" + text.unicodeScalars.map { spell($0) }.joined() + "\""
    }

    private mutating func spell(_ scalar: Unicode.Scalar) -> String {
        let short: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
            "\t": "\\t",
        ]
        let mustEscape = scalar == "\"" || scalar == "\\" || scalar < " "
        if let escape = short[scalar], Bool.random(using: &generator) { return escape }
        guard mustEscape || Int.random(in: 0..<4, using: &generator) == 0 else { return String(scalar) }
        return UTF16.encode(scalar)?.map { unit in
            let hex = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }.joined() ?? ""
    }
}
