// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing
import Workflows

/// Conditions, each where it holds and where it does not.
@Suite struct ConditionTests {
    private let house = Script { request, _ in
        switch request.line {
        case "GET /start":
            return (
                200,
                Script.page(
                    "house",
                    "age=\"12\" built=\"2026-01-31T23:30:00+01:00\" label=\"\"",
                    "<nav>\(Script.link("go", "/b", type: "bed", title: "North"))</nav><door><lock>open</lock></door>"
                )
            )
        default: return (200, Script.page("bed"))
        }
    }

    private static func workflow(_ condition: String) -> String {
        """
        inputs: {type: object, properties: {given: {type: string}, missing: {type: string}}}
        steps:
          - stepId: check
            from: $session
            onSuccess: [{type: end, outcome: read, message: yes, when: \(condition)}]
          - {stepId: bed, from: $session, follow: {rel: go, type: bed}}
        """
    }

    @Test(
        arguments: [
            ("{offered: {rel: go}}", true), ("{offered: {rel: go, type: bed, name: North}}", true),
            ("{offered: {rel: go, type: [shelf, bed]}}", true), ("{offered: {rel: go, type: shelf}}", false),
            ("{offered: {rel: water}}", false), ("{offered: {from: $session, rel: go, name: South}}", false),
            ("{present: {path: door.lock}}", true), ("{present: {path: door}}", true),
            ("{present: {path: label}}", true), ("{present: {path: window}}", false),
            ("{property: {path: door.lock, oneOf: [shut, open]}}", true),
            ("{property: {path: door.lock, oneOf: [shut, $inputs.missing]}}", false),
            ("{property: {path: age, above: 11}}", true), ("{property: {path: age, above: 12}}", false),
            ("{property: {path: age, below: 12.5}}", true), ("{property: {path: age, below: 9}}", false),
            ("{property: {path: age, above: 11, below: 12}}", false),
            ("{property: {path: built, above: \"2026-01-31T22:29:59Z\"}}", true),
            ("{property: {path: built, below: \"2026-01-31T22:29:59.5\"}}", false),
            ("{property: {path: built, above: 5}}", false), ("{property: {path: height, above: 5}}", false),
            ("{given: given}", true), ("{not: {given: given}}", false),
        ])
    func holds(_ condition: String, _ expected: Bool) async throws {
        let result = try await house.run(Self.workflow(condition), ["given": "x"])
        #expect(result.outcome == .read, "\(result.message)")
        #expect((result.message == "yes") == expected, "\(result.message)")
        #expect(house.requests.contains("GET /b") == !expected)
    }

    @Test func nothingIsAboveAWord() async throws {
        let result = try await house.run(Self.workflow("{property: {path: age, above: old}}"))
        #expect(result.outcome == .failed)
        #expect(result.message.contains("neither a number nor a time"), "\(result.message)")
    }

    @Test func aMissingLinkSaysWhy() async throws {
        let result = try await house.run(
            """
            inputs: {type: object, properties: {what: {type: string, default: cacti}}}
            steps:
              - stepId: desert
                from: $session
                follow: {rel: go, type: desert, missing: "There is no room for {$inputs.what}."}
            """
        )
        #expect(result.failure?.code == .linkMissing)
        #expect(result.failure?.hint?.hasPrefix("There is no room for cacti.") == true, "\(result.failure?.hint ?? "")")
    }

    // MARK: Inputs

    private static let inputs = """
        inputs:
          type: object
          properties:
            age: {type: integer, minimum: 1, maximum: 9}
            share: {type: number, minimum: 0.5, maximum: 1}
            word: {type: string, minLength: 2, maxLength: 3}
            from: {type: string, format: date-time}
        steps: [{stepId: bed, from: $session, follow: {rel: go, type: bed}}]
        """

    @Test(
        arguments: [
            ("age", "1", "0", "1 at least"), ("age", "9", "10", "9 at the most"),
            ("share", "0.5", "0.4", "0.5 at least"),
            ("share", "1e0", "1.1", "1 at the most"), ("share", "0.75", "x", "a number"),
            ("word", "ab", "a", "2 characters"),
            ("from", "2026-02-28T00:00:00Z", "2026-02-28", "a date and time"),
            ("from", "2026-02-28T00:00:00.25-03:00", "2026-13-28T00:00:00Z", "a date and time"),
        ])
    func limitsHold(_ name: String, _ good: String, _ bad: String, says: String) async throws {
        #expect(try await house.run(Self.inputs, [name: good]).outcome == .read)
        let error = await #expect(throws: WorkflowError.self) { try await house.run(Self.inputs, [name: bad]) }
        #expect(error?.code == .inputInvalid)
        #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
    }
}
