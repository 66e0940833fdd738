// SPDX-License-Identifier: Apache-2.0

/// The two formats in which a representation may be written.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable, Codable {
    /// XML.
    case xml
    /// JSON.
    case json

    /// The format that the first bytes of a document look like; XML if nothing tells.
    public static func sniff(_ bytes: some Sequence<UInt8>) -> DocumentFormat {
        for byte in bytes {
            switch byte {
            case 0x3C: return .xml
            case 0x7B, 0x5B, 0x22: return .json
            case 0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
            default: return .json
            }
        }
        return .xml
    }
}
