// SPDX-License-Identifier: Apache-2.0

/// One row of the symbol table.
struct SymbolRecord: BitwiseCopyable {
    var key: SymbolKey
    var offset: UInt32
    /// The symbol of the lower-case spelling; itself if that is how it is spelt.
    var folded: Symbol
}
