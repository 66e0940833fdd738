// SPDX-License-Identifier: Apache-2.0

/// What whoever follows a run gets to see: what happens, and at the end how it ended.
public enum RunUpdate: Sendable {
    /// Something happened.
    case event(RunEvent)
    /// The run ended; nothing comes after this.
    case ended(RunResult)
}
