// SPDX-License-Identifier: Apache-2.0

/// An interned name: element, attribute, `Rel` or `Type`.
///
/// Two equal symbols of one store spell the same bytes.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
    /// The index in the store's symbol table.
    public let rawValue: UInt32

    /// A symbol by its index.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Stands for "absent" in columns, so that they need no optional.
    @inlinable
    public static var none: Symbol { Symbol(rawValue: .max) }
}
