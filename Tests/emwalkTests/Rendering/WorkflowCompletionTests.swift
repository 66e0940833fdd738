// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia
import Testing
import Workflows

@testable import emwalk

@Suite struct WorkflowCompletionTests {
    private static func looks() throws -> LastLooks {
        let jobs = """
            <EntityReferences xmlns="http://www.veeam.com/ent/v1.0">\
            <Ref Type="JobReference" Href="https://h/api/jobs/1" Name="SQL (all)" UID="urn:1"/>\
            <Ref Type="JobReference" Href="https://h/api/jobs/2" Name="Nightly" UID="urn:2"/></EntityReferences>
            """
        let document = try Representation.read(Array(jobs.utf8), format: .xml, profile: .enterpriseManager)
        var looks = LastLooks()
        looks.see(document.root, items: document.root.items, at: try RelPath("Down:JobReferenceList"))
        return looks
    }

    private func offered(_ workflow: String, _ given: [String], _ typed: String) throws -> [String] {
        let workflow = try WorkflowSource(file: nil).workflow(workflow)
        return WorkflowCompletion(workflow: workflow, given: given).candidates(typed, try Self.looks())
    }

    @Test func whatIsGivenIsNotOfferedAgain() throws {
        let all = try offered("clone-job", [], "")
        #expect(all.contains("job=") && all.contains("name=") && all.contains("repository="))
        let left = try offered("clone-job", ["emwalk", "run", "clone-job", "job=Nightly", "na"], "na")
        #expect(!left.contains("job=") && left.contains("name="))
    }

    @Test func valuesAreTheNamesThatWereSeen() throws {
        #expect(try offered("start-job", [], "job=") == ["job=SQL (all)", "job=Nightly"])
        #expect(try offered("start-job", [], "nothing=").isEmpty)
    }

    /// What is secret is not suggested from anything.
    @Test func secretsAreNotOffered() throws {
        let workflow = try #require(
            try WorkflowSource(file: nil).workflows.first { $0.inputs.contains { $0.isSecret } }
        )
        let secret = try #require(workflow.inputs.first { $0.isSecret })
        #expect(try offered(workflow.id, [], "\(secret.name)=").isEmpty)
    }
}
#endif
