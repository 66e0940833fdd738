// SPDX-License-Identifier: Apache-2.0

import Testing

/// Code of another target of this package cannot make an href from a string: the compiler refuses it.
@Suite struct HrefCompileTests {
    private static let refusal = "'Href' initializer is inaccessible due to 'internal' protection level"

    /// Each attempt begins in the same way as the twin, which compiles: so nothing but the attempt is refused.
    private static let preamble = """
        import Hypermedia
        func attempt(_ issuer: Issuer, _ read: Href) throws {
            let entry = try EntryPoint("https://em.example:9398/api/")
            print(entry, issuer, read.text)

        """

    @Test func theTwinCompiles() throws {
        let result = try SnippetCompiler().typecheck(Self.preamble + "    let href: Href = read; print(href)\n}\n")
        #expect(result.errors == [])
        #expect(result.status == 0)
    }

    @Test(arguments: [
        #"let href = Href(text: "https://em.example/made/up", in: nil, issuer: issuer); print(href)"#,
        #"let href = Href(text: "made/up", url: nil, issuer: issuer, provenance: .document); print(href)"#,
    ])
    func anHrefCannotBeMade(_ attempt: String) throws {
        let result = try SnippetCompiler().typecheck(Self.preamble + "    " + attempt + "\n}\n")
        #expect(result.errors == [Self.refusal])
        #expect(result.status != 0)
    }

    @Test(arguments: [("Decodable", "Decodable"), ("ExpressibleByStringLiteral", "ExpressibleByStringLiteral")])
    func anHrefIsNeitherDecodableNorALiteral(_ name: String, _ conformance: String) throws {
        let snippet = "    func need<T: \(conformance)>(_: T.Type) {}\n    need(Href.self)\n}\n"
        let result = try SnippetCompiler().typecheck(Self.preamble + snippet)
        #expect(
            result.errors == [
                "local function 'need' requires that 'Href' conform to '\(name)'"
            ]
        )
    }
}
