// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing
import Yams

/// Commands whose result is one document write it in every format, and say the same in each.
@Suite struct DocumentFormatTests {
    private static let commands: [[String]] = [
        ["schema"], ["schema", "JobCloneSpec"], ["form", "JobCloneSpec"], ["workflows"], ["workflows", "clone-job"],
        ["plan", "start-job", "job=Nightly", "--simulator"],
        ["run", "start-job", "job=Nightly", "--simulator", "--dry-run"],
        ["why", "Down:JobReferenceList/@Nightly/Alternate:Job/Sync", "--simulator"],
    ]

    @Test(arguments: commands) func everyFormatSaysTheSame(_ command: [String]) async throws {
        let json = try await Emwalk.run(list: command + ["-o", "json"])
        #expect(json.status == 0, "\(json.stderr)")
        let document = try #require(json.json)
        let rows = document as? [Any] ?? [document]
        #expect(!rows.isEmpty)

        let yaml = try await Emwalk.run(list: command + ["-o", "yaml"])
        #expect(try canonical(#require(try Yams.load(yaml: yaml.stdout))) == canonical(document))

        let lines = try await Emwalk.run(list: command + ["-o", "ndjson"])
        let read = try lines.stdout.split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        #expect(try canonical(read) == canonical(rows))

        let csv = try await Emwalk.run(list: command + ["-o", "csv"])
        // A cell may have lines of its own, none of which ends as rows do.
        let records = csv.stdout.unicodeScalars.split(separator: "\r").count - 1
        #expect(records >= rows.count + 1)
        let names = Set(rows.flatMap { ($0 as? [String: Any])?.keys.map(\.self) ?? [] })
        #expect(Set(csv.stdout.prefix { !$0.isNewline }.split(separator: ",").map(String.init)) == names)
    }

    @Test func anUnknownFormatIsRefusedWithThoseThatThereAre() async throws {
        let run = try await Emwalk.run("plan", "start-job", "job=Nightly", "--simulator", "-o", "xml")
        #expect(run.status == 2)
        #expect(run.stderr.contains("ls, show and get"))
    }

    private func canonical(_ value: Any) throws -> Data {
        try JSONSerialization.data(withJSONObject: timeless(value), options: [.sortedKeys, .fragmentsAllowed])
    }

    /// Every run takes another time.
    private func timeless(_ value: Any) -> Any {
        if let members = value as? [String: Any] {
            return members.filter { $0.key != "ms" }.mapValues(timeless)
        }
        return (value as? [Any])?.map(timeless) ?? value
    }
}
#endif
