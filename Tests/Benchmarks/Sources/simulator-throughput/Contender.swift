// SPDX-License-Identifier: Apache-2.0

/// A server that is measured.
enum Contender: String, CaseIterable {
    /// Hummingbird alone, which answers with as many bytes as its path says.
    case bare
    /// The simulator.
    case simulator
}
