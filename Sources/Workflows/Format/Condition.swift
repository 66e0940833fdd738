// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What must hold for a step, an action or an outcome.
public indirect enum Condition: Hashable, Sendable {
    /// Something in a collection fits.
    case exists(Existence)
    /// A property of a resource has a value that passes every test.
    case property(from: Expression?, path: PropertyPath, tests: [ValueTest])
    /// A resource has something at a path, be it empty or not.
    case present(from: Expression?, path: PropertyPath)
    /// A resource offers a link.
    case offered(from: Expression?, Follow)
    /// Two values are the same text.
    case equals(Template, Template)
    /// The status of the latest answer is one of these.
    case status([Int])
    /// An input was given, or has a default.
    case given(String)
    /// The condition does not hold.
    case not(Condition)
    /// One of them holds.
    case anyOf([Condition])
    /// All of them hold.
    case allOf([Condition])
}
