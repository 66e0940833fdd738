// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        return String(tail.dropLast(tail.reversed().prefix(while: \.isWhitespace).count))
    }
}
