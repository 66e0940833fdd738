// SPDX-License-Identifier: Apache-2.0

/// What a resumed run does about a write of which it is not known whether it had its effect.
public enum ResumePolicy: String, Hashable, Sendable, CaseIterable {
    /// It looks for the effect, and sends again only if it is surely not there.
    case verified
    /// It sends again: the effect ended with its session, or repeating it does no harm.
    case again
    /// It never sends again.
    case never
}
