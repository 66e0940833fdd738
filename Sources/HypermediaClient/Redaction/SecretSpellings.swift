// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// How one text is written in a document, a URL or a header.
enum SecretSpellings {
    /// Every spelling, each once: as it is, escaped for XML, JSON and URLs, and in base64.
    static func all(of text: String) -> [String] {
        var spellings = [text, xml(text, quotes: false), xml(text, quotes: true)]
        for slashes in [false, true] { spellings.append(json(text, escapesSlashes: slashes)) }
        spellings.append(url(text))
        spellings.append(url(text).replacing("%20", with: "+"))
        spellings.append(Data(text.utf8).base64EncodedString())
        var seen: Set<String> = []
        return spellings.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func xml(_ text: String, quotes: Bool) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return quotes ? escaped.replacing("\"", with: "&quot;") : escaped
    }

    private static func json(_ text: String, escapesSlashes: Bool) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return escapesSlashes ? escaped.replacing("/", with: "\\/") : escaped
    }

    private static func url(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
            if isPlain || "-._~".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
