// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia
import Testing

@testable import emwalk

@Suite struct PathCompletionTests {
    private static func looks() throws -> LastLooks {
        let jobs = """
            <EntityReferences xmlns="http://www.veeam.com/ent/v1.0">\
            <Ref Type="JobReference" Href="https://h/api/jobs/1" Name="SQL (all)" UID="urn:1"/>\
            <Ref Type="JobReference" Href="https://h/api/jobs/2" Name="Twin" UID="urn:2"/>\
            <Ref Type="JobReference" Href="https://h/api/jobs/3" Name="Twin" UID="urn:3"/></EntityReferences>
            """
        let hub = """
            <LogonSession xmlns="http://www.veeam.com/ent/v1.0" Type="LogonSession" Href="https://h/api/logonSessions/7">\
            <Links><Link Rel="Down" Type="JobReferenceList" Href="https://h/api/jobs"/>\
            <Link Rel="Down" Type="JobList" Href="https://h/api/jobs?format=Entity"/></Links></LogonSession>
            """
        var looks = LastLooks()
        for (path, text) in [("", hub), ("Down:JobReferenceList", jobs)] {
            let document = try Representation.read(Array(text.utf8), format: .xml, profile: .enterpriseManager)
            looks.see(document.root, items: document.root.items, at: try RelPath(path))
        }
        return looks
    }

    @Test(arguments: [
        ("fish", "down:jobr", ["Down:JobReferenceList"]), ("zsh", "Down:JobL", ["Down\\:JobList"]),
        ("bash", "'Down:JobReferenceList/@SQL", ["Down:JobReferenceList/@SQL \\(all\\)"]),
        ("bash", "Down:JobReferenceList/@SQL\\ ", ["Down:JobReferenceList/@SQL \\(all\\)"]),
        (
            "fish", "Down:JobReferenceList/*",
            [
                "Down:JobReferenceList/*[UID=urn:2]", "Down:JobReferenceList/*[UID=urn:3]",
            ]
        ),
        // The session behind another path was not looked at.
        ("fish", "Down:JobList/", []), ("fish", "x", []),
    ])
    func whatIsOffered(_ shell: String, _ typed: String, _ offered: [String]) throws {
        #expect(PathCompletion(shell: shell, typed: typed).candidates(try Self.looks()) == offered)
    }

    @Test func theLatestLookReplacesTheOneBefore() throws {
        var looks = try Self.looks()
        let empty = try Representation.read(
            Array("<EntityReferences xmlns=\"http://www.veeam.com/ent/v1.0\"/>".utf8),
            format: .xml,
            profile: .enterpriseManager
        )
        looks.see(empty.root, items: [], at: try RelPath("Down:JobReferenceList"))
        #expect(looks.paths(beginningWith: "Down:JobReferenceList/").isEmpty)
        #expect(looks.entries.count == 2)
        for number in 0..<80 { looks.see(empty.root, items: [], at: try RelPath("Down:T\(number)")) }
        #expect(looks.entries.count == 50)
    }
}
#endif
