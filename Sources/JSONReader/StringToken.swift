// SPDX-License-Identifier: Apache-2.0

/// A piece of the document whose text is wanted: a string without its quotes, or a lexeme.
struct StringToken {
    /// The bytes as received, between the quotes.
    let range: Range<Int>
    /// Whether it had escapes: its text is then in the lexer's buffer, until the next string is read.
    let hadEscapes: Bool
}
