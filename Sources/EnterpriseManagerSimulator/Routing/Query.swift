// SPDX-License-Identifier: Apache-2.0

/// The query of a request; names and the values that EM knows are compared without ASCII case.
struct Query: Sendable {
    private let pairs: [(name: String, value: String)]
    /// As it arrived.
    private let text: String

    init(_ text: some StringProtocol) {
        self.text = String(text)
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Query.decode(parts[0]).lowercased(), parts.count > 1 ? Query.decode(parts[1]) : "")
        }
    }

    /// The value of a parameter, or nil.
    subscript(name: String) -> String? {
        pairs.first { $0.name == name.lowercased() }?.value
    }

    /// The names of the parameters in lower case.
    var names: Set<String> { Set(pairs.map(\.name)) }

    /// Whether entities are asked for instead of references [resource_representation_for_ke].
    var wantsEntity: Bool { self["format"]?.lowercased() == "entity" }

    /// The query as it arrived, without some of its parameters.
    func text(without names: Set<String>) -> String {
        let dropped = Set(names.map { $0.lowercased() })
        return text.split(separator: "&")
            .filter { pair in !dropped.contains(pair.prefix { $0 != "=" }.lowercased()) }
            .joined(separator: "&")
    }

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
