// SPDX-License-Identifier: Apache-2.0

/// The text of path segments: percent-encoded where a URL needs it, as the hrefs of files and machines are [links].
enum PathText {
    /// A path of segments with slashes between them.
    static func encode(_ segments: [String]) -> String { segments.map(encode).joined(separator: "/") }

    /// One segment.
    static func encode(_ segment: String) -> String {
        var bytes: [UInt8] = []
        for byte in segment.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                if byte < 0x10 { bytes.append(UInt8(ascii: "0")) }
                bytes.append(contentsOf: String(byte, radix: 16, uppercase: true).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The segments of a path; slashes at the ends do not count.
    static func decode(_ path: String) -> [String] { path.split(separator: "/").map { decode(segment: $0) } }

    private static func decode(segment: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(segment.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let marks = Array("-._~:$@!()".utf8)

    /// Whether a byte stands for itself: `Volume$0:` stays readable, as the guide prints it.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: marks.contains(byte)
        }
    }
}
