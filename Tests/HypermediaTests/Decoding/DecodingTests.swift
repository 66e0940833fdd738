// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import Hypermedia
import Testing

@Suite struct DecodingTests {
    struct Job: Decodable, Equatable {
        struct Options: Decodable, Equatable {
            let compression: String
            let retries: Int
            let factor: Double
            let days: [String]
        }
        struct Part: Decodable, Equatable {
            let name: String
            let order: Int
        }
        enum Kind: String, Decodable { case backup = "Backup", replica = "Replica" }

        let name: String
        let uid: String
        let jobType: Kind
        let scheduleEnabled: Bool
        let nextRun: String?
        let jobInfo: Options
        let includes: [Part]
        let tags: [String]

        enum CodingKeys: String, CodingKey {
            case name, uid, jobType, scheduleEnabled, nextRun, jobInfo, includes, tags = "tag"
        }
    }

    static let xml = """
        <Job xmlns="http://www.veeam.com/ent/v1.0" Name="Nightly" UID="urn:1" Type="Job" Href="/api/j">
          <Links><Link Rel="Up" Href="/api/"/></Links>
          <JobType>Backup</JobType><ScheduleEnabled> true </ScheduleEnabled>
          <JobInfo><Compression Level="5">Optimal</Compression><Retries>3</Retries><Factor>1.5e1</Factor>
            <Days>Monday</Days><Days>Friday</Days></JobInfo>
          <Includes><ObjectInJob Name="vm1"><Order>0</Order></ObjectInJob></Includes>
        </Job>
        """
    static let json = """
        {"jobType":"Backup","scheduleEnabled":true,"nextRun":null,
         "jobInfo":{"compression":{"level":5,"value":"Optimal"},"retries":3,"factor":1.5e1,"days":["Monday","Friday"]},
         "includes":{"objectInJobs":[{"name":"vm1","order":0}]},"tag":[],
         "name":"Nightly","uid":"urn:1","type":"Job","href":"/api/j","links":[{"rel":"Up","href":"/api/"}]}
        """

    static func read(_ text: String) throws -> Resource {
        try Representation.read(Array(text.utf8), profile: .enterpriseManager).root
    }

    @Test func bothFormatsGiveTheSameValue() throws {
        let job = try DecodingTests.read(DecodingTests.xml).decode(Job.self)
        #expect(job == (try DecodingTests.read(DecodingTests.json).decode(Job.self)))
        #expect(job.name == "Nightly")
        #expect(job.jobType == .backup)
        #expect(job.scheduleEnabled)
        #expect(job.nextRun == nil)
        #expect(job.jobInfo == Job.Options(compression: "Optimal", retries: 3, factor: 15, days: ["Monday", "Friday"]))
        #expect(job.includes == [Job.Part(name: "vm1", order: 0)])
        #expect(job.tags == [])
    }

    @Test(
        arguments: [
            "<Jobs xmlns=\"http://www.veeam.com/ent/v1.0\">%</Jobs>",
            "{\"Jobs\":[%]}",
        ],
        [0, 1, 2]
    ) func aCollectionIsAnArray(_ frame: String, _ count: Int) throws {
        struct Named: Decodable { let name: String }
        let isXML = frame.first == "<"
        let items = (0..<count).map {
            isXML ? "<Job Type=\"Job\" Name=\"\($0)\"/>" : "{\"Name\":\"\($0)\",\"Type\":\"Job\"}"
        }
        let text = frame.replacing("%", with: items.joined(separator: isXML ? "" : ","))
        let resource = try DecodingTests.read(text)
        let wanted = (0..<count).map(String.init)
        #expect(try resource.decode([Named].self).map(\.name) == wanted)
        struct Wrapper: Decodable { let job: [Named] }
        #expect(try resource.decode(Wrapper.self).job.map(\.name) == wanted)
        #expect(try resource.items.map { try $0.decode(Named.self).name } == wanted)
    }

    @Test(arguments: [xml, json]) func whatIsWrongIsNamedByItsPath(_ text: String) throws {
        struct Missing: Decodable {
            struct Info: Decodable { let colour: String }
            let jobInfo: Info
        }
        struct Wrong: Decodable {
            struct Info: Decodable { let compression: Int }
            let jobInfo: Info
        }
        struct Several: Decodable {
            struct Info: Decodable { let days: String }
            let jobInfo: Info
        }
        struct Deep: Decodable {
            struct Part: Decodable { let order: Bool, name: Bool }
            let includes: [Part]
        }
        let resource = try DecodingTests.read(text)
        #expect(DecodingTests.failure { try resource.decode(Missing.self) } == "jobInfo.colour missing")
        #expect(DecodingTests.failure { try resource.decode(Wrong.self) } == "jobInfo.compression corrupted")
        #expect(DecodingTests.failure { try resource.decode(Several.self) } == "jobInfo.days mismatch")
        #expect(DecodingTests.failure { try resource.decode(Deep.self) } == "includes.[0].name corrupted")
    }

    @Test(arguments: [xml, json]) func valuesAreNotQuotedInErrors(_ text: String) throws {
        struct Wrong: Decodable { let name: Int }
        let resource = try DecodingTests.read(text)
        let error = #expect(throws: DecodingError.self) { try resource.decode(Wrong.self) }
        #expect(error.map { "\($0)".contains("Nightly") } == false)
    }

    @Test func dictionariesTakeWhatIsThere() throws {
        struct Holder: Decodable { let jobInfo: [String: [String]] }
        let xml = try DecodingTests.read(DecodingTests.xml).decode(Holder.self).jobInfo
        #expect(
            xml == ["Compression": ["Optimal"], "Retries": ["3"], "Factor": ["1.5e1"], "Days": ["Monday", "Friday"]]
        )
    }

    @Test(
        arguments: [("1", true), ("0", false), ("True", true), ("FALSE", false), ("yes", nil), ("", nil)]
            as [(String, Bool?)]
    )
    func truthIsReadFromText(_ text: String, _ value: Bool?) throws {
        struct Holder: Decodable { let flag: Bool }
        let resource = try DecodingTests.read("<A xmlns=\"http://www.veeam.com/ent/v1.0\"><Flag>\(text)</Flag></A>")
        #expect((try? resource.decode(Holder.self).flag) == value)
    }

    private static func failure(_ work: () throws -> Any) -> String? {
        func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
        do {
            _ = try work()
            return nil
        } catch DecodingError.keyNotFound(let key, let context) {
            return path(context.codingPath + [key]) + " missing"
        } catch DecodingError.dataCorrupted(let context) {
            return path(context.codingPath) + " corrupted"
        } catch DecodingError.typeMismatch(_, let context) {
            return path(context.codingPath) + " mismatch"
        } catch {
            return "\(error)"
        }
    }
}
