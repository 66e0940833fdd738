// SPDX-License-Identifier: Apache-2.0

/// A request body that is sent byte for byte.
public struct BodyDocument: Hashable, Sendable {
    /// The document.
    public let bytes: [UInt8]
    /// Its format.
    public let format: DocumentFormat
    /// The document as a person may see it, secrets masked.
    public let shown: String

    /// A document.
    public init(bytes: [UInt8], format: DocumentFormat, shown: String) {
        self.bytes = bytes
        self.format = format
        self.shown = shown
    }
}
