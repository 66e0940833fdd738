// SPDX-License-Identifier: Apache-2.0

#if Network
/// Reads the words of a line; knows as well what is being typed at the end of one that is not complete.
struct ShellLineReader {
    private let text: [Character]
    private var position = 0
    private var line = ShellLine(words: [])

    /// The word being read, as it will be; nil between two words.
    private(set) var word: String?
    /// The quote that is open at the end of what was read.
    private(set) var openQuote: Character?
    /// How deep in the brackets of a path that word is: what stands there is part of it.
    private var brackets = 0
    private var takesQuotes = true

    init(_ text: String) { self.text = Array(text) }

    mutating func read() throws -> ShellLine {
        try scan()
        if let openQuote {
            throw CommandError("usage", "The quote \(openQuote) is not closed.", hint: "End the word with \(openQuote)")
        }
        finish()
        return line
    }

    /// The words before the last one, and the last one, which may be unfinished, in quotes or empty.
    mutating func unfinished() -> (words: [String], last: String) {
        try? scan()
        return (line.words, word ?? "")
    }

    /// Where the text of the last word begins, quotes included.
    private(set) var start = 0

    private mutating func scan() throws {
        while position < text.count {
            let character = text[position]
            position += 1
            if let quote = openQuote {
                inside(quote, character)
            } else if character.isWhitespace {
                finish()
            } else if character == "\\", position < text.count {
                append(text[position])
                position += 1
            } else if character == "#", word == nil {
                return
            } else if character == "|" || character == ">", brackets == 0, word == nil {
                try redirect(character)
                return
            } else {
                plain(character)
            }
        }
    }

    private mutating func plain(_ character: Character) {
        begin()
        switch character {
        case "\"" where takesQuotes, "'" where takesQuotes: openQuote = character
        case "\"", "'":
            openQuote = character
            append(character)
        default:
            append(character)
            if character == "[" { brackets += 1 }
            if character == "]" { brackets -= 1 }
            takesQuotes = takesQuotes && word == "" || character == "=" && brackets == 0
        }
    }

    private mutating func inside(_ quote: Character, _ character: Character) {
        if character == quote {
            openQuote = nil
            if !takesQuotes { append(character) }
            return
        }
        if character == "\\", position < text.count, text[position] == quote || text[position] == "\\" {
            // Quotes of a path are read again, with their backslashes.
            if !takesQuotes { append(character) }
            append(text[position])
            position += 1
            return
        }
        append(character)
    }

    private mutating func redirect(_ character: Character) throws {
        let isAppended = character == ">" && position < text.count && text[position] == ">"
        if isAppended { position += 1 }
        var rest = String(text[position...])
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        position = text.count
        guard !rest.isEmpty else {
            throw CommandError(
                "usage",
                "After \(character) \(character == "|" ? "a program" : "a file") was expected.",
                hint: character == "|" ? "Such as: ls | grep Job" : "Such as: show > job.txt"
            )
        }
        if character == "|" {
            line.destination = .program(rest)
        } else {
            let name = try ShellLine(rest)
            guard let file = name.words.first, name.words.count == 1 else {
                throw CommandError("usage", "One file was expected after >.", hint: "Put a name with blanks in quotes.")
            }
            line.destination = .file(file, isAppended: isAppended)
        }
    }

    private mutating func begin() {
        guard word == nil else { return }
        word = ""
        start = position - 1
        brackets = 0
        takesQuotes = true
    }

    private mutating func append(_ character: Character) {
        begin()
        word?.append(character)
    }

    private mutating func finish() {
        if let word { line.words.append(word) }
        word = nil
        start = position
    }
}
#endif
