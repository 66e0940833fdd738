// SPDX-License-Identifier: Apache-2.0

import JSONReader
import NodeStore
import Testing

@Suite struct JSONPassagesTests {
    private func cut(_ text: String, size: Int, chunk: Int = 1) -> [JSONPassages.Passage] {
        var cutting = JSONPassages(size: size)
        var passages: [JSONPassages.Passage] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            passages += cutting.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
        }
        return passages + [cutting.finish()]
    }

    private func texts(_ text: String, size: Int, chunk: Int = 1) -> [String] {
        cut(text, size: size, chunk: chunk).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [1, 2, 1000]) func listsOfTheRootAreCutBetweenItems(_ chunk: Int) {
        #expect(
            texts(#"{"Total": 3, "Refs": [{"a": [1, 2]}, "x,]", 3], "Links": [], "Up": null}"#, size: 1, chunk: chunk)
                == [
                    #"{"Total": 3, "Refs": [{"a": [1, 2]}]}"#, #"{"Refs":[ "x,]"]}"#,
                    #"{"Refs":[ 3], "Links": [], "Up": null}"#,
                ]
        )
    }

    @Test func nothingElseIsCut() {
        for text in [
            "[1, 2, 3]", #"{"a": {"b": [1, 2]}}"#, #"{"a": 1, "b": 2}"#, #"{"a": "x, y", "b": ["[,", "\",]"]}"#, "",
            "]]}",
            #"{"a": [[1, 2], [3]"#,
        ] {
            #expect(texts(text, size: text.hasPrefix(#"{"a": "x"#) ? 1000 : 10_000) == [text])
        }
        #expect(texts("[1, 2, 3]", size: 1) == ["[1, 2, 3]"])
        #expect(texts(#"{"a": {"b": [1, 2]}}"#, size: 1) == [#"{"a": {"b": [1, 2]}}"#])
        #expect(texts(#"{"a": ["\",]", 1]}"#, size: 1) == [#"{"a": ["\",]"]}"#, #"{"a":[ 1]}"#])
    }

    @Test func aCommaWithNothingAfterItStaysWrong() {
        #expect(texts(#"{"a": [1, ]}"#, size: 1) == [#"{"a": [1]}"#, #"{"a":[ ,]}"#])
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
        let passages = cut(text, size: 1)
        #expect(passages.count > 1)
        let found = failure {
            for passage in passages {
                do throws(ReadFailure) { _ = try reader.read(passage.bytes) } catch { throw passage.placed(error) }
            }
        }
        #expect(found == known)
    }
}
