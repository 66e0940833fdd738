// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

@testable import EnterpriseManagerSimulator

extension Client {
    /// Sends a query as a client does that knows the grammar; the filter is encoded.
    mutating func query(_ parameters: String, filter: String? = nil) throws -> Page {
        let encoded = filter.map { filter in
            filter.utf8.reduce(into: "&filter=") { text, byte in
                let isPlain = byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || byte == UInt8(ascii: ";"))
                text += isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return try get("/api/query?" + parameters + (encoded ?? ""))
    }

    /// The names of the jobs that a filter finds, sorted.
    mutating func jobs(_ filter: String) throws -> [String] {
        try query("type=Job", filter: filter).child("Refs")?.items("Ref").compactMap { $0["Name"] }.sorted() ?? []
    }
}
