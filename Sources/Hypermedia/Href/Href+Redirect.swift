// SPDX-License-Identifier: Apache-2.0

extension Href {
    /// Where a redirect leads that answered this href.
    ///
    /// - Parameter location: the `Location` header as received.
    /// - Returns: an href of the same issuer; the client decides whether its origin is allowed.
    /// - Throws: ``HypermediaError`` with code ``ErrorCode/badHref`` if it cannot be read.
    public func redirected(to location: String) throws(HypermediaError) -> Href {
        guard let url, let reference = URLReference(location) else {
            throw HypermediaError(.badHref, "The server redirected to something that is no URL.")
        }
        return Href(
            text: location,
            url: reference.resolved(against: url),
            issuer: issuer,
            provenance: .redirect
        )
    }
}
