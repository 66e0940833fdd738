// SPDX-License-Identifier: Apache-2.0

/// How much an example body holds.
public enum ExampleExtent: String, Hashable, Sendable {
    /// Only what must be there.
    case minimal
    /// Everything that may be there, each thing once.
    case maximal
}
