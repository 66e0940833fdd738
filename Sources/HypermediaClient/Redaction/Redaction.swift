// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// Takes the secrets out of documents that are kept: session ids, tokens, passwords, hrefs of logon sessions.
///
/// What is secret is told by the profile, not by a list of texts: a list of logon sessions tells the ids of others. The
/// same secret becomes the same placeholder throughout, so that a kept conversation stays coherent.
public struct Redaction: Sendable {
    /// A text to look for, in one of its spellings, and what stands in its place.
    private struct Spelling: Sendable {
        let pattern: BytePattern
        let replacement: [UInt8]
    }

    private var known: Set<String> = []
    /// The longest first, so that a secret inside another leaves no rest of it.
    private var spellings: [Spelling] = []

    /// Shorter texts are taken out only where they stand alone as a value: they are parts of words that tell nothing.
    private static let leastLength = 4

    /// A redaction that knows no secret yet.
    public init() {}

    /// Learns what is secret in a document.
    public mutating func learn(_ representation: Representation) {
        guard representation.mayTellSecrets else { return }
        for property in representation.root.allProperties where property.isSecret {
            // Of the href of a session, what tells the session; an href is left that still is one.
            let isHref = property.path.names.last?.lowercased() == "href"
            learn(isHref ? Redaction.lastPart(of: property.value) : property.value)
        }
        for link in representation.links where link.isSecret { learn(link.href) }
        learn(sessionsIn: representation.root)
    }

    private mutating func learn(sessionsIn resource: Resource) {
        if let link = resource.selfLink, link.isSecret {
            learn(link.href)
            if let uid = resource.uid { learn(uid) }
        }
        for item in resource.items { learn(sessionsIn: item) }
    }

    /// Of a secret href the last part of its path tells the session; the rest tells nothing.
    private mutating func learn(_ href: Href) {
        learn(Redaction.lastPart(of: href.path ?? href.text))
    }

    private static func lastPart(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Learns the password of an account, and what is made of both for logging on.
    public mutating func learn(_ credentials: Credentials) {
        learn(credentials.password)
        learn(credentials.basicValue)
    }

    /// Learns a text that is secret, in every spelling that XML, JSON and URLs have for it.
    public mutating func learn(_ secret: String) {
        guard !secret.isEmpty, known.insert(secret).inserted else { return }
        let replacement = Array(Redaction.placeholder(known.count, like: secret).utf8)
        for text in SecretSpellings.all(of: secret) {
            let pattern = Array(text.utf8)
            if pattern.count >= Redaction.leastLength {
                spellings.append(Spelling(pattern: BytePattern(pattern), replacement: replacement))
            } else {
                for (open, close) in [(">", "<"), ("\"", "\"")] {
                    spellings.append(
                        Spelling(
                            pattern: BytePattern(Array(open.utf8) + pattern + Array(close.utf8)),
                            replacement: Array(open.utf8) + replacement + Array(close.utf8)
                        )
                    )
                }
            }
        }
        spellings.sort { $0.pattern.bytes.count > $1.pattern.bytes.count }
    }

    /// What stands for the first secret of a recording, which is the password.
    public static let firstPlaceholder = "redacted-1"

    /// What has the form of a GUID stays one, so that what validated still does.
    private static func placeholder(_ number: Int, like secret: String) -> String {
        let parts = secret.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
        guard parts == [8, 4, 4, 4, 12], secret.allSatisfy({ $0 == "-" || $0.isHexDigit }) else {
            return "redacted-\(number)"
        }
        let digits = String(number, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// Whether no secret was learnt, so that everything stays as it is.
    public var isEmpty: Bool { spellings.isEmpty }

    /// A text without the secrets that were learnt.
    public func apply(to text: String) -> String {
        // Most documents tell no secret, and most of what is redacted are their many short texts.
        if spellings.isEmpty { return text }
        return String(decoding: apply(to: Array(text.utf8)), as: UTF8.self)
    }

    /// Bytes without the secrets that were learnt.
    public func apply(to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for spelling in spellings { spelling.pattern.replace(with: spelling.replacement, in: &result) }
        return result
    }
}
