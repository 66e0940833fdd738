// SPDX-License-Identifier: Apache-2.0

/// The root of the answer to a logon; the guide shows both.
public enum LogonAnswer: String, Hashable, Sendable, CaseIterable {
    /// One `LogonSession` [logging_on].
    case session
    /// `LogonSessions` with one `LogonSession` in it [scenario_vm_restore].
    case sessionList
}
