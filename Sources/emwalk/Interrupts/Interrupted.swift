// SPDX-License-Identifier: Apache-2.0

/// A signal asked the command to end, and what it was doing has been cleaned up.
struct Interrupted: Error, Hashable, CustomStringConvertible {
    /// The exit code of a command that was interrupted, whichever signal it was.
    static let exitCode: Int32 = 130

    /// The number of the signal.
    let signal: Int32

    var description: String { "Interrupted by signal \(signal)." }
}
