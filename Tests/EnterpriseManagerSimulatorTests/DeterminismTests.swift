// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct DeterminismTests {
    /// Everything that a client saw in a session with reads, writes and time.
    static func transcript(_ change: (inout SimulatorConfiguration) -> Void) throws -> [String] {
        var client = try Client.loggedOn(SimulatorConfiguration(change))
        var transcript = [client.token ?? ""]
        let members = CloneTests.members("BackupJobCloneInfo", "Copy", try client.repository("Backup Vol 02"))
        let body = CloneTests.xml("BackupJobCloneInfo", members)
        let task = try client.post(try client.job("Nightly").href("Clone"), body)
        transcript.append(task.text)
        transcript.append(try client.finish(task).text)
        transcript.append(try client.job("Copy").text)
        transcript.append(try client.get(client.hub?.href("Down:JobList") ?? "").text)
        return transcript
    }

    @Test(arguments: [false, true]) func theSameSeedGivesTheSameBytes(disguised: Bool) throws {
        let change: (inout SimulatorConfiguration) -> Void = {
            $0.seed = 7
            $0.opaqueURLs = disguised
            $0.shuffleLinks = disguised
            $0.decoyLinks = disguised
        }
        #expect(try DeterminismTests.transcript(change) == DeterminismTests.transcript(change))
    }

    @Test func anotherSeedGivesAnotherWorld() throws {
        let one = try DeterminismTests.transcript { $0.seed = 1 }
        let two = try DeterminismTests.transcript { $0.seed = 2 }
        #expect(one.first != two.first)
        #expect(one.last != two.last)
    }

    @Test func secretsHaveASeedOfTheirOwn() throws {
        let one = try Client.loggedOn(SimulatorConfiguration { $0.secretSeed = 1 })
        let two = try Client.loggedOn(SimulatorConfiguration { $0.secretSeed = 2 })
        #expect(one.token != two.token)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z", "1970-01-01 00:00:00"),
        (951_782_400_000, "2000-02-29T00:00:00Z", "2000-02-29 00:00:00"),
        (1_768_543_200_250, "2026-01-16T06:00:00.25Z", "2026-01-16 06:00:00.25"),
        (-1, "1969-12-31T23:59:59.999Z", "1969-12-31 23:59:59.999"),
    ])
    func timesAreWrittenAsEMWritesThem(milliseconds: Int, iso: String, inName: String) {
        #expect(Timestamp(milliseconds: milliseconds).iso == iso)
        #expect(Timestamp(milliseconds: milliseconds).inName == inName)
    }

    @Test(arguments: ["ba569499-15dc-49e9-90d5-127a96e8d90d", "00000000-0000-0000-0000-00000000000f"])
    func aGUIDSurvivesItsText(text: String) {
        #expect(GUID(text)?.description == text)
        #expect(GUID(text.uppercased())?.description == text)
        #expect(GUID(String(text.dropLast())) == nil)
        #expect(GUID(text + "0") == nil)
        #expect(GUID(text.replacing("-", with: "0")) == nil)
    }

    @Test(arguments: ["", "a", "ab", "abc", "abcd", "user:päß"]) func base64GoesBothWays(text: String) {
        let encoded = Base64.encode(text.utf8)
        #expect(encoded.count.isMultiple(of: 4))
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }
}
