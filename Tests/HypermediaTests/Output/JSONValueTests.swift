// SPDX-License-Identifier: Apache-2.0

import Foundation
import Hypermedia
import Testing

/// What is written is JSON, in the order given, and another reader sees the same.
@Suite struct JSONValueTests {
    private static let sample = JSONValue.members(
        ("b", .string("tab\t \"quoted\" back\\slash \u{1}\u{1F} ü 🧪")),
        ("a", .number("-12.50e3")),
        ("none", .array([])),
        ("empty", .object([])),
        ("list", .array([.boolean(true), .null, .integer(3), .members(("x", .optional(nil)))]))
    )

    @Test func itStandsOnOneLine() {
        let text = JSONValueTests.sample.text(pretty: false)
        #expect(
            text
                == #"{"b":"tab\t \"quoted\" back\\slash \u0001\u001f ü 🧪","a":-12.50e3,"none":[],"empty":{},"#
                + #""list":[true,null,3,{"x":null}]}"#
        )
    }

    @Test func itStandsOnSeveral() {
        let value = JSONValue.members(("a", .array([.integer(1), .integer(2)])), ("b", .array([])))
        #expect(
            value.text() == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": []
                }
                """
        )
    }

    @Test(arguments: [false, true]) func anotherReaderSeesTheSame(pretty: Bool) throws {
        let data = Data(JSONValueTests.sample.text(pretty: pretty).utf8)
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["b"] as? String == JSONValueTests.sample["b"]?.scalar)
        #expect(object["a"] as? Double == -12500)
        #expect((object["list"] as? [Any])?.count == JSONValueTests.sample["list"]?.elements?.count)
    }

    @Test func onlyScalarsAreText() {
        let values: [JSONValue] = [.string("a"), .number("1.0"), .boolean(false), .null, .array([]), .object([])]
        #expect(values.map(\.scalar) == ["a", "1.0", "false", nil, nil, nil])
        #expect(JSONValue.null["a"] == nil && JSONValue.string("a").elements == nil)
    }
}
