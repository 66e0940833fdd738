// SPDX-License-Identifier: Apache-2.0

/// One whole, well-formed XML document of the examples.
struct CorpusDocument {
    let file: String
    let root: String
    let isRequest: Bool
    /// The guide's pages that print it.
    let pages: [String]
    let bytes: [UInt8]
    let tree: MarkedTree
}
