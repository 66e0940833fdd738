// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

/// RFC 8259: what must be read, and what must be refused, where and as what.
@Suite struct GrammarTests {
    @Test(arguments: [
        "null", " true ", "\t\r\n false\n", "0", "-0", "-1", "10", "1.5", "0.10", "1e9", "1E+9", "1e-9", "1.0e05",
        "-0.0",
        "123456789012345678901234567890", "1e400", "\"\"", "\"a\"", "\"\u{7F}\"", "\"\u{2028}\u{FEFF}\"",
        "\"\u{10FFFF}\"",
        #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\uD83D\ude00""#, #""\u00e9\uFFFF""#, #""\\u12""#, #""a\\""#,
        "[]", "[ ]", "[[]]", "[1,2]", "[ 1 , 2 ]", "[1\n]", "[null,true,\"\"]", "{}", "{ }", #"{"":0}"#, #"{"a":{}}"#,
        #"{"a":1,"b":2}"#, #"{ "a" : [ { } ] }"#, #"{"a":1,"A":2}"#, #"{"a\"b":"}"}"#, #"{"a":{"a":{"a":1}}}"#,
    ])
    func reads(_ text: String) throws {
        let read = try ReadStore(text)
        // Written back and read again, it says the same.
        #expect(try ReadStore(read.written).outline == read.outline)
    }

    @Test(arguments: [
        // Where a value should be.
        ("[", 1, 2), ("{", 1, 2), ("[1", 1, 3), ("[1,", 1, 4), (#"{"a""#, 1, 5), (#"{"a":"#, 1, 6), (#"{"a":1"#, 1, 7),
        (#"{"a":1,"#, 1, 8), ("]", 1, 1), ("}", 1, 1), (",", 1, 1), (":", 1, 1), ("[,1]", 1, 2), ("[1,,2]", 1, 4),
        // Trailing commas, missing ones, wrong brackets.
        ("[1,]", 1, 4), (#"{"a":1,}"#, 1, 8), ("[1 2]", 1, 4), (#"{"a":1 "b":2}"#, 1, 8), ("[1}", 1, 3),
        (#"{"a":1]"#, 1, 7),
        // Keys.
        ("{a:1}", 1, 2), ("{'a':1}", 1, 2), ("{1:1}", 1, 2), (#"{"a" 1}"#, 1, 6), (#"{"a"}"#, 1, 5), (#"{"a":}"#, 1, 6),
        (#"{"a"::1}"#, 1, 6), ("{,}", 1, 2), (#"{"a":1,,"b":2}"#, 1, 8), (#"{null:1}"#, 1, 2), ("[\"a\":1]", 1, 5),
        // After the end.
        ("1 2", 1, 3), ("[]]", 1, 3), ("{}x", 1, 3), ("null,", 1, 5), ("\"a\"b", 1, 4), ("{} {}", 1, 4),
        ("[]\u{0C}", 1, 3),
        // Numbers.
        ("01", 1, 1), ("-01", 1, 1), ("00", 1, 1), ("+1", 1, 1), (".5", 1, 1), ("1.", 1, 3), ("1.e5", 1, 3),
        ("1e", 1, 3),
        ("1e+", 1, 4), ("-", 1, 2), ("-a", 1, 2), ("--1", 1, 2), ("0x1F", 1, 2), ("1_000", 1, 2), ("1,5", 1, 2),
        ("NaN", 1, 1),
        ("Infinity", 1, 1), ("-Infinity", 1, 2), ("1.5.2", 1, 4), ("\u{FF11}", 1, 1), ("[-]", 1, 3),
        // Words.
        ("nul", 1, 1), ("nulll", 1, 1), ("Null", 1, 1), ("TRUE", 1, 1), ("True", 1, 1), ("truefalse", 1, 1),
        ("undefined", 1, 1),
        // Comments.
        ("/* c */ 1", 1, 1), ("[1] // c", 1, 5), ("# c\n1", 1, 1), ("[1,/* */2]", 1, 4),
        // Strings.
        ("\"", 1, 2), ("\"abc", 1, 5), (#"""#, 1, 2), (#""\""#, 1, 4), (#""\"#, 1, 3), ("'a'", 1, 1), ("\"\t\"", 1, 2),
        ("\"a\nb\"", 1, 3), ("\"\u{0}\"", 1, 2), ("\"\u{1F}\"", 1, 2), (#""\x""#, 1, 2), (#""\'""#, 1, 2),
        (#""\U0041""#, 1, 2),
        (#""\u""#, 1, 4), (#""\u12""#, 1, 6), (#""\u12G4""#, 1, 6), (#""\u-123""#, 1, 4), ("\"\\\n\"", 1, 2),
        (#""\é""#, 1, 2),
        // Halves of surrogate pairs.
        (#""\uD800""#, 1, 2), (#""\uDC00""#, 1, 2), (#""\uD800\uD800""#, 1, 2), (#""a\uD800x""#, 1, 3),
        (#""\uD800\n""#, 1, 2),
        (#""\uDE00\uD83D""#, 1, 2), (#"{"\uD800":1}"#, 1, 3),
        // Blanks that JSON does not have.
        ("\u{A0}1", 1, 1), ("[\u{0B}1]", 1, 2), ("[1]\u{FEFF}", 1, 4), ("\u{FEFF}\u{FEFF}1", 1, 1),
        ("[1\u{2003}]", 1, 3),
        // Lines and columns: columns count characters.
        ("{\n  \"é😀\": x\n}", 2, 9), ("[1,\r\n2,\r\n\r\n,]", 4, 1), ("[\n\n\n", 4, 1), ("\u{FEFF}[x", 1, 2),
    ])
    func refuses(_ text: String, line: Int, column: Int) {
        #expect {
            _ = try ReadStore(text)
        } throws: { error in
            guard let failure = error as? ReadFailure else { return false }
            #expect(failure.code == .malformed)
            #expect("\(failure.line):\(failure.column)" == "\(line):\(column)", "\(failure)")
            #expect(failure.limit == nil)
            #expect(failure.message.hasSuffix(".") && !failure.message.contains("\n"))
            return true
        }
    }

    @Test(arguments: ["", " ", "\n\t\r ", "\u{FEFF}", "\u{FEFF} \n"])
    func emptyDocuments(_ text: String) {
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(text) }
        #expect(failure?.code == .empty)
        #expect((failure?.line ?? 0) > 0 && (failure?.column ?? 0) > 0)
    }

    @Test(
        arguments: [
            // A byte that starts nothing, a lonely continuation, cut sequences, overlong forms, surrogates, beyond U+10FFFF.
            [0xFF], [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE2, 0x82],
            [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xE4],
        ] as [[UInt8]]
    )
    func bytesThatAreNoUTF8(_ wrong: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let open = UInt8(ascii: "[")
        // In a string, after an escape, in a key, where a value should be, and at the very end.
        let documents: [[UInt8]] = [
            [open, quote] + wrong + [quote], [open, quote] + Array(#"\n"#.utf8) + wrong + [quote],
            Array("{\"".utf8) + wrong + [quote], [open, 0x20] + wrong + [quote], [open, quote] + wrong,
        ]
        for bytes in documents {
            let failure = #expect(throws: ReadFailure.self) { try ReadStore(bytes: bytes) }
            #expect(failure?.code == .encoding)
            #expect(failure?.line == 1)
            #expect((failure?.column ?? 0) >= 3)
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0x7B, 0x00, 0x7D, 0x00], [0x00, 0x7B, 0x00, 0x7D],
            [0x00, 0x00, 0xFE, 0xFF],
        ] as [[UInt8]]
    )
    func otherEncodingsAreNamed(_ bytes: [UInt8]) {
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(bytes: bytes) }
        #expect(failure?.code == .encoding)
        #expect(failure?.message.contains("UTF-16") == true)
    }

    @Test(arguments: [
        (#"{"a":1,"a":2}"#, 8), (#"{"a":1,"b":{},"a":2}"#, 15), (#"{"a":1,"\u0061":2}"#, 8),
        (#"[{"a":{"b":1,"b":2}}]"#, 14),
        (#"{"a":{"a":1},"b":[{"a":1}],"a":2}"#, 28), (#"{"":1,"":2}"#, 7),
    ])
    func duplicateKeys(_ text: String, column: Int) {
        let failure = #expect(throws: ReadFailure.self) { try ReadStore(text) }
        #expect(failure?.code == .duplicateKey)
        #expect(failure?.column == column)
    }

    @Test func everyPrefixOfADocumentIsRefused() throws {
        let text = #"{"Links":[{"Rel":"Up","Href":"h\u00e9\ud83d\ude00"}],"n":[-1.5e+3,true,false,null],"é":{}}"#
        _ = try ReadStore(text)
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            #expect(throws: ReadFailure.self) { try ReadStore(bytes: Array(bytes[..<end])) }
        }
    }

    @Test func messagesHaveNoContent() {
        for text in [#"{"Password":"s3cret" "#, #"{"Password":"s3cret\x"}"#, #"{"Password":"s3cret"#, "[\"s3cret\n\"]"]
        {
            let failure = #expect(throws: ReadFailure.self) { try ReadStore(text) }
            #expect(failure?.description.contains("s3cret") == false)
        }
    }
}
