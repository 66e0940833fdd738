// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct ValidateTests {
    static let good = """
        <StartMountSpec xmlns="http://www.veeam.com/ent/v1.0">
          <OsKind>Windows</OsKind>
        </StartMountSpec>
        """
    static let bad = """
        <StartMountSpec xmlns="http://www.veeam.com/ent/v1.0">
          <OsKind>Windows</OsKind>
          <Depth>3</Depth>
        </StartMountSpec>
        """
    private static let jsonBody = "{\"OsKind\":\"Linux\",\n\"Depth\":3}"

    private func verdicts(_ run: Emwalk.Run) -> [String] {
        (run.json as? [[String: Any]])?.compactMap { $0["verdict"] as? String } ?? []
    }

    private func finding(_ run: Emwalk.Run) -> [String: Any] {
        let reports = run.json as? [[String: Any]] ?? []
        return reports.compactMap { ($0["findings"] as? [[String: Any]])?.first }.first ?? [:]
    }

    @Test func xmlGetsAVerdictWithALine() async throws {
        try await Folder.with { folder in
            let good = try folder.write("good.xml", Self.good)
            let bad = try folder.write("bad.xml", Self.bad)
            let run = try await Emwalk.run("validate", good, bad, "--json")
            #expect(run.status == 8)
            #expect(verdicts(run) == ["valid", "invalid"])
            #expect(finding(run)["code"] as? String == "unexpected-element")
            #expect(finding(run)["line"] as? Int == 3)
            #expect(finding(run)["path"] as? String == "/StartMountSpec/Depth")
            #expect(run.stderr.isEmpty)
            let fine = try await Emwalk.run("validate", good)
            #expect(fine.status == 0)
            #expect(fine.stdout == "\(good)  valid\n")
        }
    }

    @Test func jsonGetsAVerdictWithAPath() async throws {
        let run = try await Emwalk.run("validate", "-", "--root", "StartMountSpec", "--json", input: Self.jsonBody)
        #expect(run.status == 8)
        #expect(finding(run)["jsonPath"] as? String == "$.Depth")
        #expect(finding(run)["line"] as? Int == 2)
        let good = try await Emwalk.run("validate", "-", "--root", "StartMountSpec", input: "{\"OsKind\":\"Linux\"}")
        #expect(good.status == 0)
    }

    @Test func whatCannotBeReadEndsWith6() async throws {
        let run = try await Emwalk.run("validate", "-", "--json", input: "<a><b></a>")
        #expect(run.status == 6)
        #expect(verdicts(run) == ["unreadable"])
        #expect(try await Emwalk.run("validate", "/nonexistent.xml").status == 2)
        #expect(try await Emwalk.run("validate", "-", "--schema", "/nonexistent.xsd", input: "<a/>").status == 2)
    }

    @Test func anUnknownRootIsNoFailure() async throws {
        let run = try await Emwalk.run("validate", "-", "--json", input: "<a xmlns=\"http://www.veeam.com/ent/v1.0\"/>")
        #expect(run.status == 0)
        #expect(verdicts(run) == ["no-schema"])
    }

    @Test func theReportForBuildServersSaysTheSame() async throws {
        try await Folder.with { folder in
            let bad = try folder.write("bad.xml", Self.bad)
            let good = try folder.write("good.xml", Self.good)
            let broken = try folder.write("broken.xml", "<a>")
            let run = try await Emwalk.run("validate", good, bad, broken, "--junit", folder.path("report.xml"))
            #expect(run.status == 6)
            let report = try folder.read("report.xml")
            #expect(report.contains("tests=\"3\" failures=\"1\" errors=\"1\" skipped=\"0\""))
            #expect(report.contains("<failure type=\"invalid\""))
            let parsed = try await Emwalk.run("parse", folder.path("report.xml"), "--json")
            #expect(parsed.object["name"] as? String == "testsuite")
        }
    }

    @Test func whatIsNewerThanAVersionIsAFinding() async throws {
        let old = try await Emwalk.run("validate", "-", "--api-version", "v1_3", "--json", input: Self.good)
        #expect(old.status == 8)
        #expect(finding(old)["code"] as? String == "not-in-version")
        #expect((finding(old)["message"] as? String)?.contains("1.4") == true)
        #expect(try await Emwalk.run("validate", "-", "--api-version", "v1_4", input: Self.good).status == 0)
        #expect(try await Emwalk.run("validate", "-", "--api-version", "last", input: Self.good).status == 2)
    }

    /// Answers of the simulator are as the schema demands; with a schema that demands something else they are not.
    @Test(arguments: ["xml", "json"]) func answersAreHeldAgainstTheSchema(_ format: String) async throws {
        let path = "Down:JobReferenceList/@Nightly/Alternate:Job"
        let fine = try await Emwalk.run("show", path, "--simulator", "--validate", "--accept", format)
        #expect(fine.status == 0)
        #expect(fine.stderr.isEmpty, "\(fine.stderr)")
        try await Folder.with { folder in
            let schema = try folder.write(
                "s.xsd",
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.veeam.com/ent/v1.0"
                    elementFormDefault="qualified"><xs:element name="Job"><xs:complexType><xs:sequence>
                <xs:element name="Mood" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>
                """
            )
            let run = try await Emwalk.run(
                "show",
                path,
                "--simulator",
                "--validate",
                "--schema",
                schema,
                "--accept",
                format
            )
            #expect(run.status == 0)
            #expect(run.stderr.contains("Mood"))
        }
    }
}
#endif
