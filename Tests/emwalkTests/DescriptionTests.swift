// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

/// What `--describe-json` says of a command is what the command prints.
@Suite struct DescriptionTests {
    private static let job = "Down:JobReferenceList/@Nightly/Alternate:Job"

    @Test(arguments: [
        ["form", "JobCloneSpec"], ["form", "JobCloneSpec", "--api-version", "v1_5"],
        ["form", job + "/Clone", "--simulator"], ["form", job + "/Start", "--simulator"],
        ["schema"], ["schema", "Job"], ["schema", "--export", "OUT"], ["validate", "BAD"],
        ["do", job + "/Start", "--simulator", "--yes"], ["do", job + "/Start", "--simulator", "--dry-run"],
    ]) func outputsAreAsDescribed(_ arguments: [String]) async throws {
        try await Folder.with { folder in
            let bad = try folder.write("bad.xml", ValidateTests.bad)
            let arguments = arguments.map { $0 == "BAD" ? bad : $0 == "OUT" ? folder.path("out") : $0 }
            let described = try await Emwalk.run(arguments[0], "--describe-json")
            #expect(described.status == 0)
            let run = try await Emwalk.run(list: arguments + ["--json"])
            #expect(run.json != nil, "\(run.stderr)")
            #expect(JSONSchemaCheck(described.object).problems(run.json).isEmpty)
        }
    }

    /// The check finds what is wrong.
    @Test func theCheckFindsMistakes() {
        let check = JSONSchemaCheck([
            "type": "object", "required": ["a"], "properties": ["a": ["type": "array", "items": ["type": "string"]]],
        ])
        #expect(check.problems(["a": ["x"]]).isEmpty)
        #expect(check.problems(["a": [1]]) == ["$.a[0] is no string"])
        #expect(check.problems([String: Any]()) == ["$ has no a"])
        #expect(check.problems(["a": [String](), "b": 1]) == ["$.b is not described"])
    }
}
#endif
