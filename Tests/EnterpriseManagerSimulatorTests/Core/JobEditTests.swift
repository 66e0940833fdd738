// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

@Suite struct JobEditTests {
    static let xml = """
        <Job xmlns="http://www.veeam.com/ent/v1.0" Type="Job"><ScheduleEnabled>false</ScheduleEnabled>\
        <JobScheduleOptions><Standart><WaitForBackupCompletion>false</WaitForBackupCompletion>\
        <OptionsDaily Enabled="true"><Kind>SelectedDays</Kind><Days>Monday</Days><Days>Friday</Days>\
        <Time>04:00:00.0000000+00:00</Time></OptionsDaily><OptionsPeriodically Enabled="true"><Schedule>\
        <Day Name="Monday">\(hours)</Day></Schedule></OptionsPeriodically></Standart></JobScheduleOptions>\
        <JobInfo><BackupJobInfo><GuestProcessingOptions><WindowsGuestFSIndexingOptions>\
        <ExcludedIndexingFolders><Path>C:\\tmp</Path></ExcludedIndexingFolders></WindowsGuestFSIndexingOptions>\
        </GuestProcessingOptions><GfsRetentionPolicy Enabled="true"><Weekly><Enabled>true</Enabled></Weekly>\
        </GfsRetentionPolicy><SimpleRetentionPolicy><RetainCycles>5</RetainCycles></SimpleRetentionPolicy>\
        </BackupJobInfo></JobInfo></Job>
        """
    static let json = """
        {"scheduleEnabled":false,"JobScheduleOptions":{"Standart":{"WaitForBackupCompletion":false,"OptionsDaily":\
        {"Enabled":true,"Kind":"SelectedDays","Days":["Monday","Friday"],"Time":"2026-01-01T04:00:00"},\
        "OptionsPeriodically":{"Enabled":true,"Schedule":{"Days":[{"Name":"Monday","Value":"\(hours)"}]}}}},\
        "JobInfo":{"BackupJobInfo":{"GuestProcessingOptions":{"WindowsGuestFSIndexingOptions":\
        {"ExcludedIndexingFolders":["C:\\\\tmp"]}},"GfsRetentionPolicy":{"Enabled":true,"Weekly":{"Enabled":true}},\
        "SimpleRetentionPolicy":{"RetainCycles":5}}}}
        """
    static let hours = Array(repeating: "0", count: 24).joined(separator: ",")

    @Test(arguments: [false, true]) func anEditChangesWhatItNamesAndNothingElse(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let body = json ? JobEditTests.json : JobEditTests.xml
        let task = try Page(client.send(.put, try client.job("Nightly").href("Edit:JobReference"), body: body))
        #expect(task.status == 202)
        _ = try client.finish(task)

        // Both formats are read as XML, where names are the same.
        client.accept = "application/xml"
        let job = try client.job("Nightly")
        #expect(job["ScheduleEnabled"] == "false")
        #expect(job["NextRun"] == nil)
        let schedule = try #require(job.child("JobScheduleOptions", "Standart"))
        #expect(schedule["WaitForBackupCompletion"] == "false")
        #expect(schedule.child("RetryOptions")?["RetryTimes"] == "3")
        let daily = try #require(schedule.child("OptionsDaily"))
        #expect(daily["Kind"] == "SelectedDays")
        #expect(daily.items("Days").map(\.node.text) == ["Monday", "Friday"])
        #expect(daily["Time"] == "04:00:00.0000000+00:00")
        let days = schedule.child("OptionsPeriodically", "Schedule")?.items("Day") ?? []
        #expect(days.count == 7)
        #expect(days.first { $0["Name"] == "Monday" }?.node.text == JobEditTests.hours)
        #expect(days.first { $0["Name"] == "Sunday" }?.node.text.hasPrefix("1,") == true)
        let info = try #require(job.child("JobInfo", "BackupJobInfo"))
        let indexing = info.child("GuestProcessingOptions", "WindowsGuestFSIndexingOptions")
        #expect(indexing?.child("ExcludedIndexingFolders")?.items("Path").map(\.node.text) == ["C:\\tmp"])
        #expect(indexing?["FileSystemIndexingMode"] == "ExceptSpecifiedFolders")
        #expect(info.child("GfsRetentionPolicy")?["Enabled"] == "true")
        #expect(info.child("GfsRetentionPolicy", "Weekly")?["Enabled"] == "true")
        #expect(info.child("GfsRetentionPolicy", "Weekly")?["RetentionPeriod"] == "4")
        #expect(info.child("SimpleRetentionPolicy")?["RetainCycles"] == "5")
    }

    @Test func theHourOfTheDailyRunMovesTheNextRun() throws {
        var client = try Client.loggedOn()
        let body = """
            <Job xmlns="http://www.veeam.com/ent/v1.0"><JobScheduleOptions><Standart><OptionsDaily Enabled="true">\
            <Time>04:00:00.0000000+00:00</Time></OptionsDaily></Standart></JobScheduleOptions></Job>
            """
        #expect(try client.job("Nightly")["NextRun"] == "2026-01-16T22:00:00Z")
        let href = try client.job("Nightly").href("Edit:JobReference")
        _ = try client.finish(try Page(client.send(.put, href, body: body)))
        #expect(try client.job("Nightly")["NextRun"] == "2026-01-17T04:00:00Z")
    }

    @Test(arguments: [
        "<ScheduleEnabled>maybe</ScheduleEnabled>",
        "<JobScheduleOptions><Standart><RetryOptions><RetryTimes>x</RetryTimes></RetryOptions></Standart></JobScheduleOptions>",
        "<JobScheduleOptions><Standart><OptionsDaily Enabled=\"x\"/></Standart></JobScheduleOptions>",
        "<JobScheduleOptions><Standart><OptionsDaily><Time>noon</Time></OptionsDaily></Standart></JobScheduleOptions>",
    ])
    func aValueOfTheWrongKindIs400(member: String) throws {
        var client = try Client.loggedOn()
        let before = try client.job("Nightly").text
        let body = "<Job xmlns=\"http://www.veeam.com/ent/v1.0\"><Description>x</Description>\(member)</Job>"
        #expect(client.send(.put, try client.job("Nightly").href("Edit:JobReference"), body: body).status == 400)
        #expect(try client.job("Nightly").text == before)
    }

    @Test func aCloneTakesTheScheduleButNotTheRetention() throws {
        var client = try Client.loggedOn()
        let href = try client.job("Nightly").href("Edit:JobReference")
        _ = try client.finish(try Page(client.send(.put, href, body: JobEditTests.xml)))
        let members = CloneTests.members("BackupJobCloneInfo", "Copy", try client.repository("Backup Vol 02"))
        let clone = try client.job("Nightly").href("Clone")
        _ = try client.finish(try client.post(clone, CloneTests.xml("BackupJobCloneInfo", members)))
        let job = try client.job("Copy")
        #expect(job.child("JobScheduleOptions", "Standart", "OptionsDaily")?["Kind"] == "SelectedDays")
        #expect(job.child("JobInfo", "BackupJobInfo", "SimpleRetentionPolicy")?["RetainCycles"] == "14")
    }

    @Test func anObjectKeepsTheOptionsItWasAddedWith() throws {
        var client = try Client.loggedOn()
        let job = try client.job("Nightly")
        let reference = "urn:VMware:Vm:00000000-0000-4000-8000-000000000000.vm-1"
        let body = """
            <CreateObjectInJobSpec xmlns="http://www.veeam.com/ent/v1.0"><HierarchyObjRef>\(reference)\
            </HierarchyObjRef><HierarchyObjName>new</HierarchyObjName><Order>2</Order><GuestProcessingOptions>\
            <VssSnapshotOptions><VssSnapshotMode>Disabled</VssSnapshotMode></VssSnapshotOptions>\
            </GuestProcessingOptions></CreateObjectInJobSpec>
            """
        _ = try client.finish(try client.post(job.href("Create:ObjectInJob"), body))
        let object = try #require(try client.get(job.href("Down:ObjectInJobList")).items("ObjectInJob").last)
        #expect(object["Order"] == "2")
        let vss = object.child("GuestProcessingOptions", "VssSnapshotOptions")
        #expect(vss?["VssSnapshotMode"] == "Disabled")
        #expect(vss?["IsCopyOnly"] == "false")
    }
}
