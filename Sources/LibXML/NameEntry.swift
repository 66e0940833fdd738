// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// One row of the name cache: a name as libxml2 interned it, and what it is here.
struct NameEntry: BitwiseCopyable {
    var local: UnsafeRawPointer?
    var prefix: UnsafeRawPointer?
    var symbol: Symbol
    var role: NameRole

    /// Whether this is the row of a name without a prefix.
    @inline(__always)
    func isOf(_ name: UnsafePointer<UInt8>) -> Bool { local == UnsafeRawPointer(name) && prefix == nil }
}
