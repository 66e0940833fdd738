// SPDX-License-Identifier: Apache-2.0

/// One thing that goes wrong: for which requests, at which of them, and how.
public struct Fault: Hashable, Sendable {
    /// Which requests count.
    public var match: FaultMatch
    /// Which of them fails, counted from 1; nil for all.
    public var occurrence: Int?
    /// What happens.
    public var effect: FaultEffect

    /// A fault.
    public init(_ effect: FaultEffect, on match: FaultMatch = .any, occurrence: Int? = 1) {
        self.match = match
        self.occurrence = occurrence
        self.effect = effect
    }
}
