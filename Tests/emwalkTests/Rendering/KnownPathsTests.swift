// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Testing

@testable import emwalk

@Suite struct KnownPathsTests {
    private func known() throws -> KnownPaths {
        let job = try ShellSample.resource(
            """
            <Job Type="Job" Name="N"><State>x</State><S><Daily><Enabled>true</Enabled><Time>22:00</Time></Daily>\
            <Monthly><Enabled>false</Enabled><Day>1</Day></Monthly></S></Job>
            """
        )
        return KnownPaths([ItemValues(job)])
    }

    @Test(arguments: [
        ("state", ["state"]), ("S.Daily.Time", ["S.Daily.Time"]), ("Time", ["S.Daily.Time"]),
        ("monthly.day", ["S.Monthly.Day"]), ("S.Daily", ["S.Daily.Enabled", "S.Daily.Time"]),
        ("Daily", ["S.Daily.Enabled", "S.Daily.Time"]), ("Enabled", []), ("Aily", []), ("Time.S", []),
        ("S", ["S.Daily.Enabled", "S.Daily.Time", "S.Monthly.Enabled", "S.Monthly.Day"]),
    ]) func whatAPathMeans(_ typed: String, _ meant: [String]) throws {
        #expect(try known().meant(by: PropertyPath(typed)).map(\.description) == meant)
    }

    @Test func severalThatEndSoAreTold() throws {
        #expect(try known().endings(["enabled"]).map(\.description) == ["S.Daily.Enabled", "S.Monthly.Enabled"])
    }
}
#endif
