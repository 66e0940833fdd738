// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// A `Content-Type` header, taken apart.
struct ContentType: Sendable {
    let text: String?
    private let media: String?
    let charset: String?

    init(_ text: String?) {
        self.text = text
        let parts = text?.split(separator: ";").map { $0.filter { !$0.isWhitespace } } ?? []
        media = parts.first?.lowercased()
        charset = parts.dropFirst().first { $0.lowercased().hasPrefix("charset=") }
            .map { $0.dropFirst("charset=".count).filter { $0 != "\"" } }
    }

    /// The format that the header names; told by the first bytes if there is no header; nil for anything else.
    func format(profile: Profile, first: [UInt8]) -> DocumentFormat? {
        guard let media else { return first.isEmpty ? nil : .sniff(first.prefix(64)) }
        if let known = profile.mediaTypes.first(where: { $0.value.lowercased() == media })?.key { return known }
        if media == "text/xml" || media == "application/xml" || media.hasSuffix("+xml") && !media.contains("xhtml") {
            return .xml
        }
        if media == "application/json" || media == "text/json" || media.hasSuffix("+json") { return .json }
        return nil
    }
}
