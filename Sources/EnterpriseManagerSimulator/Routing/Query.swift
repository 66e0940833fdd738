// SPDX-License-Identifier: Apache-2.0

/// The query of a request; names and the values that EM knows are compared without ASCII case.
struct Query: Sendable {
    private let pairs: [(name: String, value: String)]

    init(_ text: some StringProtocol) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]).lowercased(), parts.count > 1 ? Query.decode(parts[1]) : "")
        }
    }

    /// The value of a parameter, or nil.
    subscript(name: String) -> String? {
        pairs.first { $0.name == name.lowercased() }?.value
    }

    /// Whether entities are asked for instead of references [resource_representation_for_ke].
    var wantsEntity: Bool { self["format"]?.lowercased() == "entity" }

    private static func decode(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
