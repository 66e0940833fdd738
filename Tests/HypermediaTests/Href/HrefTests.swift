// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing

@Suite struct HrefTests {
    private func link(_ href: String, answering: String = "https://em.test:9398/api/jobs/7/?format=Entity") throws
        -> Href
    {
        let page = "<Job><Links><Link Rel=\"Up\" Href=\"\(href)\"/></Links></Job>"
        let entry = try EntryPoint(answering)
        return try #require(try Page.read(page, answering: entry.href).links.first).href
    }

    @Test(arguments: [
        ("https://other.test/x", "https://other.test", "/x"),
        ("/api/tasks/1", "https://em.test:9398", "/api/tasks/1"),
        ("includes", "https://em.test:9398", "/api/jobs/7/includes"),
        ("../8?a=b", "https://em.test:9398", "/api/jobs/8?a=b"),
        ("?action=clone", "https://em.test:9398", "/api/jobs/7/?action=clone"),
        ("//em2.test/api", "https://em2.test", "/api"),
    ])
    func relativeHrefsResolveAgainstTheirAnswer(_ text: String, _ origin: String, _ target: String) throws {
        let href = try link(text)
        #expect(href.text == text)
        #expect(href.origin?.description == origin)
        #expect(href.requestTarget == target)
        #expect(href.provenance == .document)
    }

    @Test func hrefsOfAFileAreInert() throws {
        let page = try Page.read("<Job><Links><Link Rel=\"Up\" Href=\"jobs/1\"/></Links></Job>")
        let href = try #require(page.links.first).href
        #expect(href.origin == nil)
        #expect(href.issuer == .nobody)
    }

    @Test func aRedirectStaysWithItsIssuer() throws {
        let href = try link("/api/x")
        let target = try href.redirected(to: "y?z=1")
        #expect(target.requestTarget == "/api/y?z=1")
        #expect(target.issuer == href.issuer)
        #expect(target.provenance == .redirect)
    }

    @Test(arguments: [
        "", "em.example", "ftp://em.example/", "https://user:secret@em.example/", "https://", "file:///etc",
    ])
    func whatIsNoEntryPointIsRefusedWithoutRepeatingASecret(_ text: String) throws {
        let error = try #require(throws: HypermediaError.self) { try EntryPoint(text) }
        #expect(error.code == .badEntryPoint)
        #expect(!"\(error)".contains("secret"))
        #expect(error.hint?.contains("http or https, host, port and path") == true)
    }

    @Test func aQueryChangesOnlyWhereTheProfileSaysSo() throws {
        let rule = QueryRule(replaceable: ["filter"], addable: ["pageSize"])
        let href = try link("/api/query?type=Job&amp;filter=a")
        let changed = try href.settingQuery(["filter": "Name==\"x&y\"", "pageSize": "10"], by: rule)
        #expect(changed.requestTarget == "/api/query?type=Job&filter=Name%3D%3D%22x%26y%22&pageSize=10")
        #expect(changed.provenance == .edited)
        let error = try #require(throws: HypermediaError.self) { try href.settingQuery(["type": "Vm"], by: rule) }
        #expect(error.code == .queryNotAllowed)
    }
}
