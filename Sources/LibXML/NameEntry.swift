// SPDX-License-Identifier: Apache-2.0

internal import NodeStore

/// One row of the name cache: a name as libxml2 interned it, and what it is here.
struct NameEntry: BitwiseCopyable {
    var local: UnsafeRawPointer?
    var prefix: UnsafeRawPointer?
    var symbol: Symbol
    var role: NameRole
}
