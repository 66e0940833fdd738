// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import Testing

@Suite struct RelPathBuildingTests {
    @Test func aChainIsTheValueThatItsTextIs() throws {
        let chain = RelPath.here
            .following("Down", type: "JobReferenceList")
            .item(named: "Backup / Vol, 01")
            .following(
                "Alternate",
                type: "Job",
                name: "x",
                where: [PropertyCondition(path: "JobType", value: "Backup")]
            )
            .following("Clone", type: LinkType.none)
        let text = "Down:JobReferenceList/@\"Backup / Vol, 01\"/Alternate:Job[Name=x,JobType=Backup]/Clone[Type=]"
        #expect(chain.description == text)
        #expect(try RelPath(text) == chain)
    }

    @Test func chainsAreJoined() throws {
        let list = RelPath.here.following("Down", type: "JobReferenceList")
        let item = list.item(
            where: PropertyCondition(path: "UID", value: "urn:1"),
            PropertyCondition(path: "Name", value: "A")
        )
        #expect(item.description == "Down:JobReferenceList/*[UID=urn:1,Name=A]")
        #expect(try list.then("@Nightly/self") == list.item(named: "Nightly").following(.itself))
        #expect(list.then(.here) == list)
        #expect(throws: HypermediaError.self) { try list.then("Down[") }
    }
}
