// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@Suite struct SchemaCommandTests {
    @Test func everyRootElementIsListed() async throws {
        let run = try await Emwalk.run("schema", "--json")
        #expect(run.status == 0)
        let rows = run.json as? [[String: Any]] ?? []
        #expect(rows.count > 150)
        #expect(
            rows.contains { $0["element"] as? String == "LinkedJobResourceObjects" && $0["since"] as? String == "1.7" }
        )
        let old = try await Emwalk.run("schema", "--api-version", "v1_4", "--json").json as? [[String: Any]] ?? []
        #expect(old.count < rows.count)
        #expect(old.contains { $0["element"] as? String == "Job" })
        #expect(!old.contains { $0["element"] as? String == "LinkedJobResourceObjects" })
    }

    @Test func anElementIsShown() async throws {
        let run = try await Emwalk.run("schema", "StartMountSpec", "--json")
        #expect(run.status == 0)
        #expect(run.object["element"] as? String == "StartMountSpec")
        #expect(run.object["link"] is NSNull)
        let old = try await Emwalk.run("schema", "StartMountSpec", "--api-version", "1.3", "--json")
        #expect(old.object["inVersion"] as? Bool == false)
        let unknown = try await Emwalk.run("schema", "StartMontSpec")
        #expect(unknown.status == 2)
        #expect(unknown.stderr.contains("StartMountSpec"))
    }

    /// What is written is a schema that works: the same file gets the same verdict by it.
    @Test func whatIsExportedValidates() async throws {
        try await Folder.with { folder in
            let export = try await Emwalk.run("schema", "--export", folder.path("out"), "--json")
            #expect(export.status == 0)
            let files = export.json as? [String] ?? []
            #expect(files.count > 30)
            let door = try #require(files.first)
            let good = try folder.write("good.xml", ValidateTests.good)
            let bad = try folder.write("bad.xml", ValidateTests.bad)
            #expect(try await Emwalk.run("validate", "--schema", door, good).status == 0)
            #expect(try await Emwalk.run("validate", "--schema", door, bad).status == 8)
        }
    }
}
#endif
