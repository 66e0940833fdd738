// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManager
import Foundation
import Hypermedia
import Testing

@testable import emwalk

@Suite struct ResourceViewTests {
    private static func view(_ xml: String, _ view: View = View(), width: Int? = 100) throws -> ResourceView {
        let text = xml.replacing("<X", with: "<X xmlns=\"http://www.veeam.com/ent/v1.0\"")
        let document = try Representation.read(Array(text.utf8), format: .xml, profile: .enterpriseManager)
        var console = Console(arguments: ["--color=never"])
        console.width = width
        let resource = document.root
        let units = Units(try Schema.enterpriseManager().model, of: [resource] + resource.items)
        return ResourceView(
            pages: ResourcePages(resource),
            view: view,
            values: ValueText(isExact: view.isExact, units: units, zone: try #require(TimeZone(secondsFromGMT: 3600))),
            console: console,
            path: try RelPath("Down:Here")
        )
    }

    private static let repositories = """
        <X><Repository Type="Repository" Href="https://h/1" Name="A" UID="urn:1"><Capacity>1099511627776</Capacity>\
        <FreeSpace>-1</FreeSpace><Kind>LinuxLocal</Kind></Repository>\
        <Repository Type="Repository" Href="https://h/2" Name="B" UID="urn:2"><Capacity>2048</Capacity>\
        <FreeSpace>1024</FreeSpace><Kind>LinuxLocal</Kind></Repository></X>
        """

    @Test func itemsAreATableOfWhatTheyHave() throws {
        let text = String(decoding: try Self.view(Self.repositories).content().bytes, as: UTF8.self)
        #expect(
            text == """
                X

                2 items:
                ITEM  Capacity  FreeSpace  Kind
                @A       1 TiB  unknown    LinuxLocal
                @B       2 KiB  1 KiB      LinuxLocal

                """
        )
    }

    @Test func exactMeansAsReceived() throws {
        var view = View()
        view.isExact = true
        view.fields = ["Capacity"]
        let text = String(decoding: try Self.view(Self.repositories, view).content().bytes, as: UTF8.self)
        #expect(text == "ITEM       Capacity\n@A    1099511627776\n@B             2048\n")
    }

    @Test func aResourceIsAlignedItsPartsFolded() throws {
        let job = """
            <X Type="Job" Href="https://h/1" Name="N" UID="urn:9"><JobType>Backup</JobType>\
            <NextRun>2026-01-16T22:00:00Z</NextRun><Days>Monday</Days><Days>Friday</Days><Password>hidden</Password>\
            <Includes><ObjectInJob Type="ObjectInJob" Href="https://h/2" Name="web01"/>\
            <ObjectInJob Type="ObjectInJob" Href="https://h/3" Name="web02"/></Includes></X>
            """
        let text = String(decoding: try Self.view(job).content().bytes, as: UTF8.self)
        #expect(
            text == """
                X Job ‘N’ urn:9
                  JobType   Backup
                  NextRun   2026-01-16 23:00:00 +01:00
                  Days      Monday, Friday
                  Password  •••

                2 ObjectInJob: @web01, @web02
                emwalk show Down:Here/@web01

                """
        )
    }

    private static let scheduled = """
        <X Type="Job" Href="https://h/1" Name="N"><Kind>Backup</Kind><Options><Daily><Enabled>true</Enabled>\
        <Time>22:00:00.000</Time></Daily><Monthly><Enabled>false</Enabled><Day>1</Day></Monthly></Options></X>
        """

    private static func shown(_ view: View, width: Int? = 100) throws -> String {
        String(decoding: try Self.view(scheduled, view, width: width).content().bytes, as: UTF8.self)
    }

    @Test func partsAreToldInALine() throws {
        #expect(
            try Self.shown(View()) == """
                X Job ‘N’
                  Kind       Backup
                  Options
                    Daily    on, Time 22:00:00
                    Monthly  off
                  Parts in full: --full, or one: --fields Daily

                """
        )
    }

    @Test func partsAreOpenedWhereThatIsWanted() throws {
        #expect(try Self.shown(View(isFull: true)).contains("  Options.Monthly\n    Enabled  false\n    Day      1\n"))
        #expect(try Self.shown(View(fields: ["Monthly"])) == "  Options.Monthly\n    Enabled  false\n    Day      1\n")
        #expect(try Self.shown(View(), width: nil).contains("\nOptions.Monthly.Day\t1\n"))
        #expect(try Self.shown(View(format: .json)).contains("\"Options.Monthly.Day\": \"1\""))
        let row = try Self.shown(View(format: .csv, fields: ["Options.Daily", "Kind"]))
        #expect(row == "Options.Daily.Enabled,Options.Daily.Time,Kind\r\ntrue,22:00:00.000,Backup\r\n")
    }

    @Test func whatIsListedIsNumberedAsItIsShown() throws {
        var view = View()
        view.conditions = [try ViewCondition("Capacity<1TB")]
        let rendering = try Self.view(Self.repositories, view).links()
        let listing = try #require(rendering.listing)
        #expect(listing.shown.map(\.step.description) == ["@B"])
        #expect(listing.entries.map(\.number) == [1, nil])
        #expect(rendering.count == "1 of 2 items")
        view.conditions = [try ViewCondition("Kind=linuxlocal")]
        let none = try Self.view(Self.repositories, view).links()
        #expect(none.count == "0 of 2 items")
        #expect(none.notes == ["Kind is LinuxLocal."])
        view.conditions = [try ViewCondition("Enabled=true")]
        #expect(try Self.view(Self.repositories, view).links().notes.count == 1)
    }

    @Test func machinesGetEveryValueAndNoSecret() throws {
        var view = View()
        view.format = .csv
        let secret = "<X><I Type=\"T\" Href=\"https://h/1\"><Password>hidden</Password><A>1</A><A>2</A></I></X>"
        let text = String(decoding: try Self.view(secret, view).content().bytes, as: UTF8.self)
        #expect(text == "Type,Href,Password,A\r\nT,https://h/1,•••,\"[\"\"1\"\",\"\"2\"\"]\"\r\n")
    }

    @Test func conditionsNeedItems() throws {
        var view = View()
        view.conditions = [try ViewCondition("A=1")]
        let lone = try Self.view("<X Type=\"Job\" Name=\"N\"><A>1</A></X>", view)
        #expect(throws: CommandError.self) { try lone.content() }
    }
}
#endif
