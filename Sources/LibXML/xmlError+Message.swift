// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

extension xmlError {
    /// The message without the line break that libxml2 puts at its end.
    ///
    /// Valid inside the callback only.
    var trimmedMessage: String {
        guard let message else { return "libxml2 error \(code)" }
        var text = Substring(String(cString: message))
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
