// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Testing
import Workflows

/// Steps that walk down a path, part by part.
@Suite struct PathTests {
    /// Beds within beds: north holds old and new, old holds moss.
    private let beds: [String: [String]] = ["": ["north", "south"], "/north": ["old", "new"], "/north/old": ["moss"]]

    private func house() -> Script {
        let beds = beds
        return Script { request, _ in
            guard request.line != "GET /start" else {
                return (200, Script.house(Script.link("go", "/b", type: "bed")))
            }
            let path = String(request.line.dropFirst("GET /b".count))
            guard let names = beds[path] else { return (404, "") }
            let plants = names.map { name in
                "<plant label=\"\(name)\" kind=\"plant\" height=\"\(path.count)\"><nav>"
                    + Script.link("go", "/b\(path)/\(name)", type: "bed") + "</nav></plant>"
            }
            return (200, Script.page("bed", "", plants.joined()))
        }
    }

    private func walk(_ forEach: String, from: String = "$session") -> String {
        """
        inputs: {type: object, properties: {path: {type: string}}}
        steps:
          - stepId: plant
            from: \(from)
            forEach: {\(forEach)}
            follow: {rel: go, type: bed}
            select: {item: plant, where: {label: $item}}
            outputs: {height: $item.height}
        outputs: {name: $steps.plant.item.label, height: $steps.plant.outputs.height}
        """
    }

    @Test(arguments: ["north/old/moss", "/north//old\\moss/"]) func everyPartIsAStep(_ path: String) async throws {
        let house = house()
        let result = try await house.run(walk("path: $inputs.path, max: 3"), ["path": path])
        #expect(result.outcome == .read, "\(result.message)")
        #expect(result.outputs["name"]?.scalar == "moss")
        #expect(result.outputs["height"]?.scalar == "10")
        #expect(house.requests == ["GET /start", "GET /b", "GET /b/north", "GET /b/north/old"])
    }

    @Test func partsAreSkippedAndTaken() async throws {
        let some = try await house().run(
            walk("path: $inputs.path, skip: 1, take: 2, max: 2"),
            ["path": "x/north/old/moss"]
        )
        #expect(some.outputs["name"]?.scalar == "old", "\(some.message)")
        // Without a path the walk ends where it begins.
        let none = try await house().run(walk("path: $inputs.path, max: 2"))
        #expect(none.outcome == .read, "\(none.message)")
        #expect(none.outputs["name"] == nil)
    }

    @Test func whatIsNotThereOrTooFarIsAnError() async throws {
        let missing = try await house().run(walk("path: $inputs.path, max: 3"), ["path": "north/odl"])
        #expect(missing.failure?.code == .itemMissing)
        #expect(missing.failure?.hint?.contains("old") == true)
        let house = house()
        let far = try await house.run(walk("path: $inputs.path, max: 2"), ["path": "north/old/moss"])
        #expect(far.failure?.code == .limitExceeded)
        #expect(house.requests == ["GET /start"])
    }

    @Test(arguments: ["path: a, in: links, max: 1", "in: links, skip: 1, max: 1", "path: a"])
    func whatDoesNotGoTogether(_ forEach: String) {
        #expect(throws: WorkflowError.self) { try house().workflow(walk(forEach)) }
    }
}
