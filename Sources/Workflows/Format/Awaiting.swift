// SPDX-License-Identifier: Apache-2.0

/// How long a step waits for what it started, or for what it reads to become so.
public struct Awaiting: Hashable, Sendable {
    /// How long it may take.
    public let timeout: Duration
    /// What must hold of what was read; nil to wait for the task of a write.
    public let until: Condition?
    /// What tells that it never will; nil if nothing does.
    public let failure: Condition?
    /// The first wait between two reads; each is twice as long as the one before.
    public let interval: Duration
    /// The longest wait between two reads.
    public let maxDelay: Duration
}
