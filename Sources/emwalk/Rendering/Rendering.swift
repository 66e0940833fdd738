// SPDX-License-Identifier: Apache-2.0

#if Network
/// What is written: data, and what is to be known of it.
struct Rendering: Sendable {
    /// Goes to stdout as it is.
    let bytes: [UInt8]
    /// Sentences for stderr.
    let notes: [String]
    /// How many of how many are shown; nil where nothing was chosen.
    var count: String?
    /// What numbers are about once it was seen; nil if it lists nothing.
    var listing: NumberedListing?

    init(text: String, notes: [String] = []) {
        self.init(bytes: Array(text.utf8), notes: notes)
    }

    init(bytes: [UInt8], notes: [String] = []) {
        self.bytes = bytes
        self.notes = notes
    }

    /// Writes it.
    func write(to console: Console) {
        console.outRaw(bytes)
        // To people it belongs to what they read; a program must not take it for an item.
        if let count {
            if console.width == nil { console.err(count) } else { console.out(console.style.dim(count)) }
        }
        for note in notes {
            let lead = console.errorStyle.yellow("note:") + " "
            for line in Prose.lines(note, width: console.errorWidth, indent: 6, lead: lead) { console.err(line) }
        }
    }
}
#endif
