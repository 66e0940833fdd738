// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

@Suite struct JSONPassagesTests {
    private func cut(_ text: String, size: Int, chunk: Int = 1) throws -> [JSONPassages.Passage] {
        var cutting = JSONPassages(size: size, uncut: ["Links"])
        var passages: [JSONPassages.Passage] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            passages += try cutting.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
        }
        return passages + [cutting.finish()]
    }

    private func texts(_ text: String, size: Int, chunk: Int = 1) throws -> [String] {
        try cut(text, size: size, chunk: chunk).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 1000]) func listsOfTheRootAreCutBetweenItems(_ chunk: Int) throws {
        #expect(
            try texts(
                #"{"Total": 3, "Refs": [{"a": [1, 2]}, "x,]", 3], "Links": [], "Up": null}"#,
                size: 1,
                chunk: chunk
            )
                == [
                    #"{"Total": 3, "Refs": [{"a": [1, 2]}]}"#, #"{"Refs":[ "x,]"]}"#,
                    #"{"Refs":[ 3], "Links": [], "Up": null}"#,
                ]
        )
    }

    @Test(arguments: [
        "[1, 2, 3]", #"{"a": {"b": [1, 2]}}"#, #"{"a": 1, "b": 2}"#, #"{"a": "x, [y", "b": "\",]", "c": {}}"#, "",
        "]]},",
        #"{"a": [[1, 2, 3], "#, #"{"a": [[1, 2]]}"#, #"{"links": [1, 2], "LINKS": [3, 4]}"#,
    ]) func nothingElseIsCut(_ text: String) throws {
        let whole = text.hasSuffix(", ") ? nil : text
        #expect(try texts(text, size: 1).count == (whole == nil ? 2 : 1))
        if let whole { #expect(try texts(text, size: 1) == [whole]) }
    }

    @Test func signsInStringsAreNone() throws {
        #expect(try texts(#"{"a": ["\",]", 1]}"#, size: 1) == [#"{"a": ["\",]"]}"#, #"{"a":[ 1]}"#])
        #expect(try texts(#"{"[,": ["\\", "]"]}"#, size: 1) == [#"{"[,": ["\\"]}"#, #"{"[,":[ "]"]}"#])
    }

    @Test func whatIsRepeatedDoesNotCount() throws {
        let text = #"{"\#(String(repeating: "k", count: 300))": [1, 2, 3, 4, 5, 6]}"#
        // Longer than a passage, a key is not repeated at all.
        #expect(try texts(text, size: 40) == [text])
        #expect(try texts(text, size: 310).count == 2)
    }

    @Test func aCommaWithNothingAfterItStaysWrong() throws {
        #expect(try texts(#"{"a": [1, ]}"#, size: 1) == [#"{"a": [1]}"#, #"{"a":[ ,]}"#])
        #expect(try texts(#"{"a": [1,,2]}"#, size: 1) == [#"{"a": [1]}"#, #"{"a":[,2]}"#])
    }

    @Test func aKeyThatStandsInTwoPassagesIsRefusedWhereItStands() throws {
        let text = "{\"é\": 0, \"a\": [1, 2],\n \"b\": 1, \"é\": 2}"
        let known = #expect(throws: ReadFailure.self) {
            try JSONReader(shape: Shapes.enterpriseManager).read(Array(text.utf8))
        }
        let found = #expect(throws: ReadFailure.self) { try cut(text, size: 1) }
        #expect(found == known)
        #expect(try cut(#"{"a": [{"a": 1, "b": 2}, {"a": 2, "b": 2}], "b": 1}"#, size: 1).count == 2)
    }

    /// Every document that breaks breaks at the same place, whether it is cut or not.
    @Test(arguments: [
        "{\"é\": [1,\n 2,\n x]}", #"{"a": [1, 2, 3"#, #"{"a": [1, 2, 3]} x"#, #"{"é": [1, 2, é]}"#,
        "\u{FEFF}{\"a\": [1, 2, ?]}",
        "{\"a\": [1,\n2], \"b\": }", #"{"a": [1, 2, "x"#,
    ]) func failuresLieWhereTheyLieInTheWhole(_ text: String) throws {
        let reader = JSONReader(shape: Shapes.enterpriseManager)
        func failure(_ read: () throws -> Void) -> ReadFailure? {
            do { try read() } catch { return error as? ReadFailure }
            return nil
        }
        let known = try #require(failure { _ = try reader.read(Array(text.utf8)) })
        let passages = try cut(text, size: 1)
        #expect(passages.count > 1)
        let found = failure {
            for passage in passages {
                do throws(ReadFailure) { _ = try reader.read(passage.bytes) } catch { throw passage.placed(error) }
            }
        }
        #expect(found == known)
    }
}
