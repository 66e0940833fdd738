// SPDX-License-Identifier: Apache-2.0

/// A run of UTF-8 bytes in a store's text arena.
public struct TextRange: Hashable, Sendable, BitwiseCopyable {
    /// Where it begins, in bytes.
    public let offset: UInt32
    /// How many bytes it has; `UInt32.max` marks an absent value.
    public let length: UInt32

    /// A range of bytes.
    @inlinable
    public init(offset: UInt32, length: UInt32) {
        self.offset = offset
        self.length = length
    }

    /// Stands for "absent": an empty text has length 0, no text has this.
    @inlinable
    public static var none: TextRange { TextRange(offset: 0, length: .max) }

    /// Whether there is a value at all, even an empty one.
    @inlinable
    public var isPresent: Bool { length != .max }
}
