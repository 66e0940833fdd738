// SPDX-License-Identifier: Apache-2.0

/// A value that its text tells, in XML and JSON alike.
protocol TextReadable {
    /// The value, or nil if the text is none.
    init?(decodedText text: String)
}

extension TextReadable where Self: LosslessStringConvertible {
    init?(decodedText text: String) {
        let first = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let last = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? first
        self.init(String(text[first..<last]))
    }
}

extension Int: TextReadable {}
extension Int8: TextReadable {}
extension Int16: TextReadable {}
extension Int32: TextReadable {}
extension Int64: TextReadable {}
extension UInt: TextReadable {}
extension UInt8: TextReadable {}
extension UInt16: TextReadable {}
extension UInt32: TextReadable {}
extension UInt64: TextReadable {}
extension Double: TextReadable {}
extension Float: TextReadable {}

extension String: TextReadable {
    init?(decodedText text: String) { self = text }
}

extension Bool: TextReadable {
    /// The spellings of XML Schema and JSON, and the capitals of .NET.
    init?(decodedText text: String) {
        switch text.filter({ !$0.isWhitespace }).lowercased() {
        case "true", "1": self = true
        case "false", "0": self = false
        default: return nil
        }
    }
}
