// SPDX-License-Identifier: Apache-2.0

import Testing
import XMLSchema

@Suite struct ValueTests {
    private func type(_ base: String, _ change: (inout Facets) -> Void = { _ in }) -> ValueType {
        var facets = Facets()
        change(&facets)
        return .atomic(BuiltinType(rawValue: base), facets)
    }

    @Test(arguments: [
        ("boolean", "true", true), ("boolean", "1", true), ("boolean", "True", false), ("boolean", " true ", true),
        ("int", "2147483647", true), ("int", "2147483648", false), ("int", "-2147483648", true), ("int", "1.0", false),
        ("int", "", false), ("int", "+7", true), ("int", "0x1", false), ("unsignedShort", "65536", false),
        ("unsignedShort", "-0", true), ("unsignedLong", "18446744073709551616", false),
        ("integer", "99999999999999999999999999", true), ("decimal", "-.5", true), ("decimal", ".", false),
        ("double", "1e3", true), ("double", "1,5", false), ("double", "INF", true),
        ("dateTime", "2024-02-29T24:00:00Z", true), ("dateTime", "2023-02-29T00:00:00", false),
        ("dateTime", "2024-01-01", false), ("dateTime", "2024-01-01T10:00:00.123+14:00", true),
        ("dateTime", "2024-01-01T10:00:00+15:00", false), ("date", "2024-13-01", false), ("date", "2024-12-31Z", true),
        ("time", "25:00:00", false), ("time", "14:00:00.0000000+01:00", true),
        ("duration", "P1DT2H", true), ("duration", "P", false), ("duration", "P1DT", false), ("duration", "1D", false),
        ("hexBinary", "0fA", false), ("hexBinary", "0fA0", true), ("base64Binary", "AAA=", true),
        ("base64Binary", "AA", false), ("NCName", "a:b", false), ("NCName", "_a-b", true), ("language", "en-GB", true),
        ("string", "", true), ("anyURI", "https://a/b c", true),
    ])
    func valuesOfBuiltInTypes(_ name: String, _ value: String, _ isGood: Bool) {
        #expect((type(name).problem(with: value) == nil) == isGood)
    }

    @Test(arguments: [
        ("urn:veeam:Job:[0-9A-Fa-f]{4}", "urn:veeam:Job:0aF9", true),
        ("urn:veeam:Job:[0-9A-Fa-f]{4}", "urn:veeam:Job:0aF", false),
        ("urn\\:[a-zA-Z_0-9\\-]+\\:x", "urn:a-B_9:x", true), ("(a|b(c|d))*", "abcabd", true),
        ("(a|b(c|d))*", "abe", false), ("^a$", "^a$", true), ("^a$", "a", false), ("[a-z-[aeiou]]+", "xyz", true),
        ("[a-z-[aeiou]]+", "xaz", false), ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2,}", "a", false),
        ("(a*)*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false), ("[^/\\s]+", "a b", false), (".*", "ab\n", false),
        ("\\d{3}|\\.\\*", ".*", true), ("", "", true), ("x?", "xx", false), ("é", "é", true), ("[-a]", "-", true),
        ("[a-]", "-", true), ("(25[0-5]|1[0-9]{2})\\.", "254.", true),
    ])
    func patternsMeanTheWholeValue(_ pattern: String, _ value: String, _ isGood: Bool) {
        let problem = type("string") { $0.patterns = [[pattern]] }.problem(with: value)
        #expect((problem == nil) == isGood)
        #expect(problem == nil || problem?.code == .wrongPattern)
    }

    @Test func limitsAreTold() {
        let short = type("string") {
            $0.minimumLength = 1
            $0.maximumLength = 3
        }
        #expect(short.problem(with: "abcd")?.code == .outOfLimits)
        #expect(short.problem(with: "abcd")?.message == "‘abcd’ has 4 characters and may have 3 at most.")
        #expect(short.problem(with: "")?.code == .outOfLimits)
        #expect(short.limits == ["1 to 3 characters"])
        let range = type("int") {
            $0.minimumInclusive = "1"
            $0.maximumExclusive = "10"
        }
        #expect(range.problem(with: "10")?.code == .outOfLimits)
        #expect(range.problem(with: "0")?.code == .outOfLimits)
        #expect(range.problem(with: "009") == nil)
        #expect(range.problem(with: "nine")?.message == "‘nine’ is no whole number.")
        #expect(range.limits == ["at least 1", "less than 10"])
    }

    @Test func listedValuesAreOffered() {
        let kind = type("string") { $0.enumeration = [EnumerationValue("Apple"), EnumerationValue("Pear")] }
        #expect(kind.problem(with: "Pear") == nil)
        #expect(kind.problem(with: "apple")?.code == .notListed)
        #expect(kind.problem(with: "apple")?.candidates == ["Apple"])
        let open = ValueType.union([kind, type("string")], Facets())
        #expect(open.problem(with: "Plum") == nil)
        #expect(!open.isClosed)
        let closed = ValueType.union([kind, type("string") { $0.enumeration = [EnumerationValue("Fig")] }], Facets())
        #expect(closed.problem(with: "Fig") == nil)
        #expect(closed.problem(with: "Figg")?.candidates == ["Fig"])
        #expect(closed.isClosed)
    }

    /// An example of every kind of value obeys its own limits.
    @Test func examplesObeyTheirLimits() throws {
        var types = [
            "boolean", "int", "unsignedByte", "negativeInteger", "double", "dateTime", "date", "time",
            "duration", "hexBinary", "base64Binary", "anyURI", "string", "decimal", "language",
        ].map { type($0) }
        types += [
            type("string") { $0.maximumLength = 3 }, type("string") { $0.minimumLength = 40 },
            type("string") { $0.length = 5 }, type("int") { $0.minimumInclusive = "100" },
            type("int") { $0.maximumInclusive = "-5" }, type("int") { $0.minimumExclusive = "7" },
            type("string") { $0.patterns = [["urn:[^:]+:.+"], ["urn:tree:[0-9a-f]{4}(\\..*)?"]] },
            type("string") {
                $0.patterns = [["[a-z]+"]]; $0.minimumLength = 6
            },
            .list(type("int"), Facets()),
            .union([type("int"), type("string")], Facets()),
        ]
        for type in types where type != self.type("language") {
            #expect(type.problem(with: type.example(for: "JobName")) == nil, "\(type)")
        }
        #expect(type("string").example(for: "JobName") == "Job name")
        #expect(
            type("string") { $0.patterns = [["urn:tree:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}"]] }.example(for: "Uid")
                == "urn:tree:01234567-89ab"
        )
    }
}
