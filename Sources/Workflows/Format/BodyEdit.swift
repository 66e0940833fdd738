// SPDX-License-Identifier: Apache-2.0

/// A value of a resource that is to be changed before the resource is sent back whole.
public struct BodyEdit: Hashable, Sendable {
    /// Where it stands: names joined by dots.
    public let path: String
    /// The new value; nil takes it out.
    ///
    /// One that is exactly an optional input that was not given changes nothing.
    public let value: Template?
    /// Where it stands in the file.
    public let position: SourcePosition
}
