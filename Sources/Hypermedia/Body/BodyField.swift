// SPDX-License-Identifier: Apache-2.0

/// A named part of a request body.
public struct BodyField: Hashable, Sendable {
    /// The element or member name.
    public var name: String
    /// Whether XML writes it as an attribute.
    public var isAttribute: Bool
    /// The value.
    public var value: BodyValue

    /// A part.
    public init(_ name: String, _ value: BodyValue, isAttribute: Bool = false) {
        self.name = name
        self.value = value
        self.isAttribute = isAttribute
    }
}
