// SPDX-License-Identifier: Apache-2.0

/// The bytes that have a meaning of their own in JSON, and those that are often written by mistake.
enum Sign {
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let apostrophe = UInt8(ascii: "'")
    static let comma = UInt8(ascii: ",")
    static let minus = UInt8(ascii: "-")
    static let backslash = UInt8(ascii: "\\")
    static let slash = UInt8(ascii: "/")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let colon = UInt8(ascii: ":")
    static let openArray = UInt8(ascii: "[")
    static let closeArray = UInt8(ascii: "]")
    static let f = UInt8(ascii: "f")
    static let n = UInt8(ascii: "n")
    static let t = UInt8(ascii: "t")
    static let openObject = UInt8(ascii: "{")
    static let closeObject = UInt8(ascii: "}")
}
