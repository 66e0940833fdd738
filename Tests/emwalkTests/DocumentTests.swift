// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct DocumentTests {
    private static let job = """
        <?xml version="1.0"?><Job xmlns="http://www.veeam.com/ent/v1.0" Type="Job" Name="A" UID="urn:veeam:Job:1" \
        Href="https://em/j?format=Entity"><Links><Link Rel="Clone" Href="https://em/j?a=1&amp;b=2"/>\
        <Link Rel="Up" Type="X" Href="https://em/x" Name=""/></Links><JobType>Backup</JobType></Job>
        """

    @Test func linksAreListedInDocumentOrderWithNullsForAbsentAttributes() async throws {
        let run = try await Emwalk.run("links", "-", "--json", input: Self.job)
        #expect(run.status == 0)
        let links = run.json as? [[String: Any]]
        #expect(links?.count == 2)
        #expect(links?[0]["href"] as? String == "https://em/j?a=1&b=2")
        #expect(links?[0]["type"] is NSNull && links?[0]["name"] is NSNull)
        #expect(links?[1]["name"] as? String == "")
        #expect(links?[1]["owner"] as? String == "Job")
    }

    @Test func theGraphOfADocumentIsOneJSONDocument() async throws {
        let run = try await Emwalk.run("parse", "-", "--json", input: Self.job)
        #expect(run.status == 0)
        #expect(run.object["name"] as? String == "Job")
        #expect((run.object["properties"] as? [String: Any])?["JobType"] as? String == "Backup")
    }

    @Test(arguments: ["", "<a><b></a>", "{\"a\":1,\"a\":2}", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"])
    func brokenDocumentsEndWith6(_ document: String) async throws {
        let run = try await Emwalk.run("parse", "-", "--json", input: document)
        #expect(run.status == 6)
        #expect(run.stdout.isEmpty)
        #expect(run.error["code"] as? String == "unreadable-document")
    }

    @Test func aMissingFileIsAUsageError() async throws {
        #expect(try await Emwalk.run("links", "/nonexistent/file.xml").status == 2)
    }

    @Test func schemasGiveVerdictsWithLines() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws -> String {
            let url = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
        let schema = try write(
            "s.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
            <xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType></xs:element></xs:schema>
            """
        )
        let good = try write("good.xml", "<a><b>1</b></a>")
        let bad = try write("bad.xml", "<a>\n<b>x</b></a>")
        let other = try write("other.xml", "<z/>")
        let run = try await Emwalk.run("validate", "--schema", schema, good, bad, other, "--json")
        #expect(run.status == 8)
        let reports = run.json as? [[String: Any]] ?? []
        #expect(reports.compactMap { $0["verdict"] as? String } == ["valid", "invalid", "no-schema"])
        let finding = (reports[1]["findings"] as? [[String: Any]])?.first
        #expect(finding?["line"] as? Int == 2)
        #expect(finding?["path"] as? String == "/a/b")
        #expect(try await Emwalk.run("validate", "--schema", schema, good).status == 0)
    }
}
#endif
