// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Hypermedia

@testable import emwalk

/// Documents to stand at in tests of the shell.
enum ShellSample {
    static let hub = """
        <LogonSession Type="LogonSession" Href="/s/1"><UserName>me</UserName><Links>
        <Link Rel="Down" Href="/j" Type="JobReferenceList"/><Link Rel="Down" Href="/J" Type="JobList"/>
        <Link Rel="Down" Href="/r" Type="Report" Name="Summary"/><Link Rel="Delete" Href="/s/1"/>
        <Link Rel="Create" Href="/s"/></Links></LogonSession>
        """
    static let jobs = """
        <EntityReferences>
        <Ref UID="urn:1" Name="Nightly" Href="/j/1" Type="JobReference"><Links>
        <Link Rel="Alternate" Href="/j/1?e" Type="Job" Name="Nightly"/></Links></Ref>
        <Ref UID="urn:2" Name="Shared" Href="/j/2" Type="JobReference"/>
        <Ref UID="urn:3" Name="Shared" Href="/j/3" Type="JobReference"/>
        <Ref UID="urn:4" Name="Down" Href="/j/4" Type="JobReference"/>
        </EntityReferences>
        """
    static let repositories = """
        <Repositories>
        <Repository Type="Repository" Name="Vol 01" UID="urn:5" Href="/r/1"><Capacity>21990232555520</Capacity>
        <FreeSpace>8946416877568</FreeSpace><Kind>Linux</Kind><Owner>a</Owner></Repository>
        <Repository Type="Repository" Name="Vol 02" UID="urn:6" Href="/r/2"><Capacity>131941395333120</Capacity>
        <FreeSpace>1182189748224</FreeSpace><Kind>Scale-out</Kind><Owner>a</Owner><Error>disk sql02</Error></Repository>
        <Repository Type="Repository" Name="Vol 03" UID="urn:7" Href="/r/3"><Capacity>536870912000</Capacity>
        <FreeSpace>335007449088</FreeSpace><Kind>Windows</Kind><Owner>a</Owner></Repository>
        </Repositories>
        """

    static func resource(_ text: String) throws -> Resource {
        try Representation.read(Array(text.utf8), profile: .enterpriseManager).root
    }

    static func listing(_ text: String) throws -> NumberedListing { NumberedListing(of: try resource(text)) }
}
#endif
