// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// One of the last steps of a run that did not work: what it was to clear away may still be there.
public struct RunLeftover: Sendable {
    /// The step.
    public let step: String
    /// Why it did not work.
    public let failure: any ActionableError

    var json: JSONValue {
        .object([
            .init("step", .string(step)), .init("code", .string(failure.code.rawValue)),
            .init("message", .string(failure.message)),
        ])
    }
}
