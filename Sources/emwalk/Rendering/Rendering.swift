// SPDX-License-Identifier: Apache-2.0

#if Network
/// What is written: data, and what is to be known of it.
struct Rendering: Sendable {
    /// Goes to stdout as it is.
    let bytes: [UInt8]
    /// Sentences for stderr.
    let notes: [String]

    init(text: String, notes: [String] = []) {
        self.init(bytes: Array(text.utf8), notes: notes)
    }

    init(bytes: [UInt8], notes: [String] = []) {
        self.bytes = bytes
        self.notes = notes
    }
}
#endif
