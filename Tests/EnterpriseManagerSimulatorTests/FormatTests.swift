// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct FormatTests {
    @Test(arguments: [
        ("application/json", true), ("text/html, application/json;q=0.1", true), ("application/xml", false),
        ("*/*", false), ("", false),
    ])
    func acceptDecides(accept: String, isJSON: Bool) throws {
        var client = try Client.loggedOn()
        let response = client.send(.get, "/api/jobs", headers: [.accept: accept])
        let mediaType = isJSON ? "application/json; charset=utf-8" : "application/xml; charset=utf-8"
        #expect(response.headers[.contentType] == mediaType)
        #expect(response.body.first == UInt8(ascii: isJSON ? "{" : "<"))
    }

    @Test func ajsonReferenceHasTheOrderOfTheGuide() throws {
        var client = try Client.loggedOn(json: true)
        let text = try client.get("/api/repositories").text
        #expect(text.hasPrefix("{\"Refs\":[{\"Links\":[{\"Rel\":\"Up\",\"Href\":"))
        #expect(text.contains("\"Type\":\"ReplicaReferenceList\"}],\"UID\":\"urn:veeam:Repository:"))
        #expect(text.hasSuffix("\"Type\":\"RepositoryReference\"}]}"))
    }

    @Test func ajsonEntityHasItsDataFirstThenNameUIDLinksHrefType() throws {
        var client = try Client.loggedOn(json: true)
        let text = try client.job("Offsite Copy").text
        let keys = [
            "{\"JobType\":", "\"LinkedJobIncludes\":{\"LinkedJobObjects\":[{", "\"Name\":\"Offsite Copy\",\"UID\":",
        ]
        let tail = ["\"Links\":[", "\"Href\":", "\"Type\":\"Job\"}"]
        var rest = text[...]
        for part in keys + tail {
            let range = try #require(rest.firstRange(of: part), "\(part) is not where it should be")
            rest = rest[range.upperBound...]
        }
        #expect(text.contains("{\"Rel\":\"Clone\",\"Href\":"))
        #expect(text.contains("?action=clone\",\"Name\":null,\"Type\":null}"))
        #expect(text.contains("\"LinkedBackupRepositoryIncludes\":{\"LinkedBackupRepositories\":[{"))
    }

    /// Every value of an answer, whatever it is called: wrappers and arrays differ between the formats, data must not.
    static func values(_ node: BodyNode) -> [String] {
        let own = node.children.isEmpty && !node.text.isEmpty ? [node.text] : []
        // A time of day has a date in JSON.
        return node.name == "Time" ? [] : own + node.attributes.values + node.children.flatMap(values)
    }

    @Test(arguments: ["Down:JobList", "Down:RepositoryList", "Down:BackupServerList", "Down:BackupJobSessionList"])
    func bothFormatsHaveTheSameData(pair: String) throws {
        var client = try Client.loggedOn()
        let href = client.hub?.href(pair) ?? ""
        let xml = FormatTests.values(try client.get(href).node)
        client.accept = "application/json"
        let json = FormatTests.values(try client.get(href).node)
        #expect(xml.count > 10)
        #expect(xml.sorted() == json.sorted())
    }

    @Test func camelKeysAreThoseOfEM13() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.keyCase = .camel }, json: true)
        let text = try client.get("/api/backupSessions?format=Entity").text
        for key in ["backupJobSessions", "jobUid", "creationTimeUTC", "uid", "href", "links", "isRetry"] {
            #expect(text.contains("\"\(key)\":"), "\(key)")
        }
        #expect(!text.contains("\"UID\":"))
    }

    @Test(arguments: [
        ("UID", "uid"), ("Href", "href"), ("CreationTimeUTC", "creationTimeUTC"), ("SSHKey", "sshKey"), ("a", "a"),
        ("", ""),
    ])
    func leadingCapitalsAreLowered(name: String, key: String) {
        #expect(JSONNaming(.camel).key(name) == key)
    }

    @Test(arguments: [
        ("Ref", "Refs"), ("Repository", "Repositories"), ("Day", "Days"), ("CloudGateways", "CloudGateways"),
        ("ObjectInJob", "ObjectInJobs"),
    ])
    func arraysArePlural(item: String, key: String) {
        #expect(JSONNaming(.pascal).arrayKey(item) == key)
    }

    @Test func textIsEscapedInBothFormats() throws {
        var client = try Client.loggedOn()
        let name = "R&D <\"x\">\\ \u{7}\té"
        let body = """
            <JobCloneSpec xmlns="http://www.veeam.com/ent/v1.0"><ReplicaJobCloneInfo><JobName>R&amp;D &lt;"x"&gt;\\ é\
            </JobName><VmSuffix>_r</VmSuffix></ReplicaJobCloneInfo></JobCloneSpec>
            """
        let done = try client.finish(try client.post(try client.job("DC Replication").href("Clone"), body))
        #expect(done.links.first { $0.rel == "Related" }?.name == "R&D <\"x\">\\ é")
        client.accept = "application/json"
        #expect(try client.job("R&D <\"x\">\\ é")["JobType"] == "Replica")
        let issuer = HrefIssuer(SimulatorConfiguration(), secrets: SeededGenerator(seed: 1))
        let element = Element("E", content: [.text("T", name)])
        var writer = JSONWriter(element, keyCase: .pascal, issuer: issuer)
        let json = writer.whole()
        #expect(try BodyNode.read(json, format: .json)["T"]?.text == name)
    }

    @Test(arguments: [false, true]) func aByteOrderMarkCanComeFirst(json: Bool) throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.byteOrderMark = true }, json: json)
        #expect(client.send(.get, "/api/jobs").body.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try client.job("Nightly")["JobType"] == "Backup")
    }

    @Test func attributesComeInTheConfiguredOrder() throws {
        var documentation = try Client.loggedOn()
        #expect(try documentation.get("/api/jobs").text.contains("<Ref Type=\"JobReference\" Href="))
        #expect(try documentation.get("/api/jobs").text.contains("<Link Rel=\"Alternate\" Type=\"Job\" Href="))
        var server = try Client.loggedOn(SimulatorConfiguration { $0.attributeOrder = .server })
        #expect(try server.get("/api/jobs").text.contains("<Ref UID=\"urn:veeam:Job:"))
        #expect(try server.get("/api/jobs").text.contains("Name=\"Nightly\" Type=\"Job\" Rel=\"Alternate\"/>"))
    }

    @Test func thePublicOriginStandsInEveryHref() throws {
        var client = try Client.loggedOn(SimulatorConfiguration { $0.publicOrigin = "http://10.0.0.1:9399" })
        let links = try client.get("/api/jobs?format=Entity").allLinks
        #expect(links.count > 50)
        #expect(links.allSatisfy { $0.href.hasPrefix("http://10.0.0.1:9399/api/") })
    }
}
