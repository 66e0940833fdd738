// SPDX-License-Identifier: Apache-2.0

/// A value in a request body, in the terms that XML and JSON share.
public indirect enum BodyValue: Hashable, Sendable {
    /// Text.
    case string(String)
    /// A number by its lexeme.
    case number(String)
    /// Yes or no.
    case boolean(Bool)
    /// Parts, in the order in which XML must have them.
    case fields([BodyField])
    /// The same element several times.
    case list([BodyValue])
}
