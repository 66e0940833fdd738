// SPDX-License-Identifier: Apache-2.0

/// Writes a document piece by piece: of a long list only what is in the piece is ever made.
protocol DocumentWriter {
    /// Makes the hrefs; afterwards it knows what was handed out.
    var issuer: HrefIssuer { get }

    /// Whether everything is written.
    var isAtEnd: Bool { get }

    /// The next piece, or nil at the end.
    ///
    /// - Parameter size: how many bytes it has at least, unless the document ends; an item more than that at most.
    mutating func next(atLeast size: Int) -> [UInt8]?
}

extension DocumentWriter {
    /// The whole of a document of which nothing is written yet.
    mutating func whole() -> [UInt8] { next(atLeast: .max) ?? [] }
}
