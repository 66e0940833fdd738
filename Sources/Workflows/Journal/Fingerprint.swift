// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A short name for bytes by which equal ones are recognised; it hides nothing and proves nothing.
enum Fingerprint {
    /// A ``Hypermedia/StableHash``, in hex.
    static func of(_ bytes: [UInt8]) -> String {
        var hash = StableHash()
        hash.combine(bytes)
        return text(of: hash)
    }

    /// A short name for what a body says: hrefs aside, which a server may hand out anew in each session and takes back
    /// only as it handed them out.
    ///
    /// - Parameters:
    ///   - body: its text, without secrets: the fingerprint of a short secret would give it away.
    ///   - profile: what is true of the API.
    static func of(body: String, profile: Profile) -> String {
        let bytes = Array(body.utf8)
        guard let root = try? Representation.read(bytes, profile: profile).root else { return of(bytes) }
        let href = profile.identity.href.lowercased()
        var hash = StableHash()
        hash.combine(root.name)
        for property in root.allProperties where property.path.names.last?.lowercased() != href {
            hash.combine(property.path.description)
            hash.combine(property.value)
        }
        // In any order: a server may hand them out in another one each time, too.
        let links = root.allLinks.map { "\($0.rel) \($0.type?.rawValue ?? "") \($0.name ?? "")" }
        for link in links.sorted() { hash.combine(link) }
        return text(of: hash)
    }

    private static func text(of hash: StableHash) -> String {
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
