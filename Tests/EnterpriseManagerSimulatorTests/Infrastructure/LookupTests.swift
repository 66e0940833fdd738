// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct LookupTests {
    static func names(_ page: Page) -> [String] { page.items("HierarchyItem").map { $0["ObjectName"] ?? "" } }

    @Test(arguments: [false, true]) func everyLinkOfTheServiceFindsObjectsOfItsType(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let service = try client.get(client.hub?.href("Down:LookupService") ?? "")
        #expect(service.pairs.first == "Up:LogonSession")
        let links = service.links.filter { $0.type == "HierarchyItemList" }
        // vCenter Server twice, Cloud Director, Hyper-V.
        #expect(links.count == 3 + 3 + 6 + 2)
        for link in links {
            let page = try client.get(link.href)
            #expect(!page.items("HierarchyItem").isEmpty, "\(link.href)")
            for item in page.items("HierarchyItem") {
                #expect(link.href.hasSuffix("&type=" + (item["ObjectType"] ?? "-")))
                let root = link.href.split(separator: "&")[0].suffix(36)
                #expect(item["ObjectRef"]?.contains(":\(root).") == true)
            }
        }
    }

    @Test func whatIsInJobsIsFoundByNameAndByReference() throws {
        var client = try Client.loggedOn()
        let object = try client.get(try client.job("Nightly").href("Down:ObjectInJobList")).items("ObjectInJob")[0]
        let reference = object["HierarchyObjRef"] ?? ""
        let root = reference.split(separator: ":")[3].prefix(36)
        let host = "urn%3aveeam%3aHierarchyRoot%3a\(root)"
        for query in ["host=\(host)&name=WEB01&type=vm", "host=\(host)&name=w*b01", "hierarchyRef=\(reference)"] {
            let page = try client.get("/api/lookup?" + query)
            #expect(LookupTests.names(page) == ["web01"], "\(query)")
            #expect(page.items("HierarchyItem").first?["ObjectRef"] == reference)
        }
        #expect(LookupTests.names(try client.get("/api/lookup?host=\(host)&name=nobody")) == [])
    }

    @Test func aMachineThatWasFoundCanBeAddedToAJob() throws {
        var client = try Client.loggedOn()
        let roots = try client.get(client.hub?.href("Down:HierarchyRootReferenceList") ?? "").items("Ref")
        let found = try client.get("/api/lookup?host=\(roots[0]["UID"] ?? "")&name=test01&type=Vm")
        let reference = found.items("HierarchyItem").first?["ObjectRef"] ?? ""
        let body = """
            <CreateObjectInJobSpec \(InfrastructureTests.namespace)><HierarchyObjRef>\(reference)</HierarchyObjRef>\
            <HierarchyObjName>test01</HierarchyObjName></CreateObjectInJobSpec>
            """
        let job = try client.job("Nightly")
        _ = try client.finish(try client.post(job.href("Create:ObjectInJob"), body))
        #expect(try client.get(job.href("Down:ObjectInJobList")).items("ObjectInJob").last?["Name"] == "test01")
    }

    @Test(arguments: [
        ("name=*", 400), ("host=nonsense", 400), ("host=urn:veeam:Job:00000000-0000-0000-0000-000000000000", 400),
        ("host=urn:veeam:HierarchyRoot:00000000-0000-0000-0000-000000000000", 404),
        ("hierarchyRef=urn:VMware:Vm:x&type=Banana", 400),
    ])
    func aWrongLookupSaysSo(query: String, status: Int) throws {
        var client = try Client.loggedOn()
        #expect(client.send(.get, "/api/lookup?" + query).status == status)
    }

    @Test(arguments: [
        ("web01", "web01", true), ("web01", "web*", true), ("web01", "*01", true), ("web01", "*e*0*", true),
        ("web01", "web", false), ("web01", "*b0", false), ("a", "a*a", false), ("", "*", true),
    ])
    func aStarStandsForAnyCharacters(text: String, pattern: String, fits: Bool) {
        #expect(HierarchySearch.matches(text, pattern) == fits)
    }
}
