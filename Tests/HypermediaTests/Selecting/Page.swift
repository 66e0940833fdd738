// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia

/// Representations of Enterprise Manager written down in tests.
enum Page {
    static func read(_ text: String, answering: Href? = nil) throws -> Representation {
        try Representation.read(Array(text.utf8), profile: .enterpriseManager, answering: answering)
    }

    static func root(_ text: String) throws -> Resource { try read(text).root }

    /// A job with links that are easily mistaken for each other.
    static let job = """
        <Job xmlns="http://www.veeam.com/ent/v1.0" Type="Job" Href="https://em.test/jobs/1" Name="Nightly" UID="urn:veeam:Job:1">
          <Links>
            <Link Rel="Up" Type="BackupServer" Name="vbr01" Href="https://em.test/servers/1"/>
            <Link Rel="Alternate" Type="JobReference" Name="Nightly" Href="https://em.test/jobs/1?ref"/>
            <Link Rel="Down" Type="ObjectInJobList" Href="https://em.test/jobs/1/includes"/>
            <Link Rel="Down" Type="BackupJobSessionReferenceList" Href="https://em.test/jobs/1/sessions"/>
            <Link Rel="Clone" Href="https://em.test/jobs/1?clone"/>
            <Link Rel="Clone" Type="JobCloneSpec" Href="https://em.test/jobs/1?decoy"/>
            <Link Rel="Related" Type="Repository" Name="One" Href="https://em.test/r/1"/>
            <Link Rel="Related" Type="Repository" Name="Two" Href="https://em.test/r/2"/>
            <Link Rel="Related" Type="Repository" Name="Two" Href="https://em.test/r/2"/>
          </Links>
        </Job>
        """

    static let references = """
        <EntityReferences xmlns="http://www.veeam.com/ent/v1.0"><Refs>
          <Ref UID="urn:veeam:Job:1" Name="Nightly" Type="JobReference" Href="https://em.test/jobs/1">
            <Links><Link Rel="Alternate" Type="Job" Href="https://em.test/jobs/1?entity"/></Links></Ref>
          <Ref UID="urn:veeam:Job:2" Name="Weekly" Type="JobReference" Href="https://em.test/jobs/2"/>
          <Ref UID="urn:veeam:Job:3" Name="Weekly" Type="JobReference" Href="https://em.test/jobs/3"/>
        </Refs></EntityReferences>
        """
}
