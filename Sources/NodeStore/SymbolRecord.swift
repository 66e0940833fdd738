// SPDX-License-Identifier: Apache-2.0

/// One row of the symbol table.
struct SymbolRecord: BitwiseCopyable {
    var offset: UInt32
    var length: UInt32
    var hash: UInt32
    /// The symbol of the lower-case spelling; itself if that is how it is spelt.
    var folded: Symbol
}
