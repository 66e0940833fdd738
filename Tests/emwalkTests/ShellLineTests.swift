// SPDX-License-Identifier: Apache-2.0

#if Network
import Testing

@testable import emwalk

@Suite struct ShellLineTests {
    @Test(arguments: [
        ("ls", ["ls"]), ("  go   Nightly  ", ["go", "Nightly"]), ("", []), ("# a comment", []), ("ls # here", ["ls"]),
        ("go a#b", ["go", "a#b"]), (#"go "Backup Vol 01""#, ["go", "Backup Vol 01"]),
        (#"run x job="Offsite Copy""#, ["run", "x", "job=Offsite Copy"]), (#"x job='it'\''s'"#, ["x", "job=it's"]),
        (#"x 'name=A B'"#, ["x", "name=A B"]), (#"x """#, ["x", ""]), (#"x a\ b"#, ["x", "a b"]),
        (#"ls Size>5"#, ["ls", "Size>5"]), (#"go *[Name="a > b"]"#, ["go", #"*[Name="a > b"]"#]),
    ]) func wordsAreToldApart(_ text: String, _ words: [String]) throws {
        #expect(try ShellLine(text) == ShellLine(words: words))
    }

    @Test(arguments: [
        #"@"a/b""#, #"*[Name="Backup Vol 01"]"#, #"JobList/@"x y"/Start"#, #"A/*[Name='x,y',UID=z]"#, #"@"a\"b""#,
    ]) func quotesOfAPathStay(_ path: String) throws {
        #expect(try ShellLine("go \(path)").words == ["go", path])
    }

    @Test func resultsGoElsewhere() throws {
        #expect(try ShellLine("ls | grep 'a b' | wc -l").destination == .program("grep 'a b' | wc -l"))
        #expect(try ShellLine("show > job.txt").destination == .file("job.txt", isAppended: false))
        #expect(try ShellLine("show >> 'my job.txt'").destination == .file("my job.txt", isAppended: true))
        #expect(try ShellLine("show >> 'my job.txt'").words == ["show"])
    }

    @Test(arguments: ["go \"Nightly", "run x job='a", "ls |", "ls >", "ls > a b"]) func whatIsNotCompleteIsSaid(
        _ text: String
    ) {
        #expect(throws: CommandError.self) { try ShellLine(text) }
    }

    @Test func whatIsBeingTypedIsKnown() {
        func unfinished(_ text: String) -> ([String], String, String) {
            var reader = ShellLineReader(text)
            let (words, last) = reader.unfinished()
            return (words, last, reader.word == nil ? "" : String(text.dropFirst(reader.start)))
        }
        #expect(unfinished("go Nigh") == (["go"], "Nigh", "Nigh"))
        #expect(unfinished("go ") == (["go"], "", ""))
        #expect(unfinished("run x job=\"Off") == (["run", "x"], "job=Off", "job=\"Off"))
        #expect(unfinished("") == ([], "", ""))
    }

    /// Whatever a command prints to be typed again is read as it was meant.
    @Test(arguments: ["a", "Offsite Copy", "it's", "a\"b", "x|y", "name=A B", "C:\\Users", "日本 語", "#1"])
    func quotedWordsComeBack(_ word: String) throws {
        #expect(try ShellLine("run \(ShellWord.quote(word))").words == ["run", word])
    }

    /// Whoever types what they would ask a colleague is told the line for it.
    @Test(
        arguments: [
            (["what", "failed", "last", "night?"], "Which jobs failed last night?"),
            (["what", "changed", "since", "yesterday"], "What changed since Friday?"),
            (["why", "is", "the", "link", "missing"], "Why is this link missing?"), (["lss"], nil),
            (["nightly", "job"], nil),
        ] as [([String], String?)]
    )
    func questionsAreUnderstood(_ words: [String], _ question: String?) {
        #expect(EverydayTask.meant(by: words)?.question == question)
    }
}
#endif
