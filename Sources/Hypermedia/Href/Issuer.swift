// SPDX-License-Identifier: Apache-2.0

/// Who handed an href out: one connection to one entry point, or nobody.
///
/// A client follows only hrefs of its own issuer; those of a parsed file belong to nobody and are inert.
public struct Issuer: Hashable, Sendable {
    private let id: UInt64

    private init(id: UInt64) { self.id = id }

    /// An issuer like no other.
    static func fresh() -> Issuer { Issuer(id: .random(in: 1 ... .max)) }

    /// Nobody: hrefs of files, which no client follows.
    public static let nobody = Issuer(id: 0)
}
