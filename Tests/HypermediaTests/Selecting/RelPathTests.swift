// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing

@Suite struct RelPathTests {
    @Test(arguments: [
        "",
        "Down",
        "Down:JobReferenceList/@Nightly/Alternate:Job/Down:ObjectInJobList",
        #"Down:RepositoryReferenceList/*[Name=Backup Vol 01]"#,
        #"Down:RepositoryReferenceList/*[Name="Vol/01, old"]"#,
        #"@"say \"hi\" \\ bye""#,
        "Clone[Type=]",
        "Related:Repository[Name=One]",
        #"Related[Name=One,"Name"=Two,JobInfo.BackupJobInfo.RepositoryUid=urn:veeam:Repository:1]"#,
        "*:Ref[UID=urn:veeam:Job:1,Name=]",
        "self/Up",
        #"@" leading""#,
        #"@"'""#,
        "@Größe ✓/@日本",
        #""*"/":"/"@x""#,
    ])
    func printsAsItParses(_ text: String) throws {
        let path = try RelPath(text)
        #expect(path.description == text)
        #expect(try RelPath(path.description) == path)
    }

    @Test(arguments: [
        (#"@'Backup Vol 01'"#, "@Backup Vol 01"),
        ("/Down:JobReferenceList/", "Down:JobReferenceList"),
        ("Related[Type=Repository]", "Related:Repository"),
    ])
    func otherSpellingsPrintInOne(_ text: String, _ printed: String) throws {
        #expect(try RelPath(text).description == printed)
    }

    @Test(arguments: [
        ("Down[Name", 10), ("Down[Name=x", 12), ("@", 2), ("Down//Up", 6), ("Down:", 6), (#"@"open"#, 2),
        ("Down]x", 5), ("Down[Name=a,Name=b]", 20),
    ])
    func whatCannotBeReadIsPointedAt(_ text: String, _ position: Int) throws {
        let error = try #require(throws: HypermediaError.self) { try RelPath(text) }
        #expect(error.code == .badPath)
        #expect(error.message.contains("at character \(position),"), "\(error.message)")
        #expect(error.hint != nil)
    }

    /// Words of every character of the grammar, at every place where a word may stand.
    @Test func everyWordSurvives() throws {
        let alphabet = Array("aZ /,]['\"\\:@*=.\n\u{301}é")
        var words: [String] = []
        for first in alphabet { for second in alphabet { words.append("\(first)\(second)") } }
        for word in words {
            let condition = PropertyCondition(path: PropertyPath("Info.Uid"), value: word)
            let path = RelPath(steps: [
                .follow(LinkSelector(rel: Rel(word), type: LinkType(word), name: word, target: [condition])),
                .named(word),
                .item(ItemSelector(element: word, where: [condition])),
            ])
            #expect(try RelPath(path.description) == path, "\(path)")
        }
    }
}
