// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Takes the secrets out of documents that are kept: session ids, tokens, passwords, hrefs of logon sessions.
///
/// What is secret is told by the profile, not by a list of texts: a list of logon sessions tells the ids of others. The
/// same secret becomes the same placeholder throughout, so that a kept conversation stays coherent.
public struct Redaction: Sendable {
    private var placeholders: [String: String] = [:]
    /// The longest first, so that a secret inside another leaves no rest of it.
    private var secrets: [String] = []

    /// Shorter texts are not taken out: they would blot out words that tell nothing.
    private static let leastLength = 4

    /// A redaction that knows no secret yet.
    public init() {}

    /// Learns what is secret in a document.
    public mutating func learn(_ representation: Representation) {
        for property in representation.root.allProperties where property.isSecret { learn(property.value) }
        for link in representation.links where link.isSecret { learn(link.href) }
        func visit(_ resource: Resource) {
            if let link = resource.selfLink, link.isSecret {
                learn(link.href)
                resource.uid.map { learn($0) }
            }
            for item in resource.items { visit(item) }
        }
        visit(representation.root)
    }

    /// Learns a text that is secret.
    public mutating func learn(_ secret: String) {
        guard secret.utf8.count >= Redaction.leastLength, placeholders[secret] == nil else { return }
        placeholders[secret] = "redacted-\(placeholders.count + 1)"
        secrets.append(secret)
        secrets.sort { $0.utf8.count > $1.utf8.count }
    }

    /// Of a secret href the last part of its path tells the session; the rest tells nothing.
    private mutating func learn(_ href: Href) {
        guard let last = href.path?.split(separator: "/").last else { return learn(href.text) }
        learn(String(last))
    }

    /// A text without the secrets that were learnt.
    public func apply(to text: String) -> String {
        guard secrets.contains(where: { text.contains($0) }) else { return text }
        return String(decoding: apply(to: Array(text.utf8)), as: UTF8.self)
    }

    /// Bytes without the secrets that were learnt.
    public func apply(to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for secret in secrets {
            let pattern = Array(secret.utf8)
            guard result.firstRange(of: pattern) != nil else { continue }
            result = Redaction.replace(pattern, by: Array((placeholders[secret] ?? "").utf8), in: result)
        }
        return result
    }

    private static func replace(_ pattern: [UInt8], by replacement: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let range = rest.firstRange(of: pattern) {
            result += rest[..<range.lowerBound]
            result += replacement
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
