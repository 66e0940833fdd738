// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing

@testable import EnterpriseManagerSimulator

/// Mounts, their files, and the files of the catalog.
@Suite struct MountTests {
    /// A client, and a mount of a restore point of files01.
    static func mounted(json: Bool = false, type: String = "VmRestorePoint") throws -> (Client, Page, Page) {
        var client = try Client.loggedOn(json: json)
        let points = try client.entities(type)
        let point = try #require(points.first { $0["VmDisplayName"] == "files01" } ?? points.first)
        let task = try client.act(point, "Create:\(type)Mount")
        #expect(task["Operation"] == "MountRestorePoint")
        return (client, point, try client.get(task.href("Related:\(type)Mount")))
    }

    static func download(_ client: Client) -> String {
        client.accept.contains("json")
            ? "{\"ForDirectDownload\":{}}"
            : "<FileRestoreSpec xmlns=\"\(XMLWriter.namespace)\"><ForDirectDownload/></FileRestoreSpec>"
    }

    /// A directory of the mount: the page of its entry, by the href of its volume and names below.
    static func directory(_ client: inout Client, _ mount: Page, _ path: [String]) throws -> Page {
        let volume = mount.child("FSRoots")?.item("DirectoryEntry", named: path[0]) ?? mount
        var entry = try #require(try client.get(volume["Href"] ?? "").items("DirectoryEntry").first)
        for name in path.dropFirst() {
            let list = try client.get(link(entry, "Down", "listAll"))
            entry = try #require(list.child("Directories")?.item("DirectoryEntry", named: name))
        }
        return entry
    }

    /// Links of mounts have no `Type`; what tells them apart is the action in their href.
    static func link(_ page: Page, _ rel: String, _ action: String) -> String {
        page.links.first { $0.rel == rel && $0.href.contains("action=" + action) }?.href ?? ""
    }

    @Test(arguments: [false, true], ["VmRestorePoint", "VmReplicaPoint"])
    func aMountIsOpenedAndClosed(json: Bool, type: String) throws {
        var (client, point, mount) = try MountTests.mounted(json: json, type: type)
        #expect(mount.child("FSRoots")?.items("DirectoryEntry").map { $0["Name"] } == ["Volume$0:", "C:", "E:"])
        #expect(mount.child("FSRoots")?.items("DirectoryEntry")[0].links.isEmpty == true)
        #expect(try client.get(point.href("Down:\(type)MountList")).items(type + "Mount").count == 1)
        let second = try client.act(point, "Create:\(type)Mount", client.body("StartMountSpec", [("OsKind", "Linux")]))
        let name = second.links.first { $0.rel == "Related" }?.name ?? ""
        #expect(name.hasSuffix("@2"))
        let roots = try client.get(second.href("Related:\(type)Mount")).child("FSRoots")?.items("DirectoryEntry")
        #expect(roots?.map { $0["Name"] } == ["etc", "home", "var"])
        #expect(client.send(.delete, mount.href("Delete:\(type)Mount")).status == 204)
        #expect(try client.get(point.href("Down:\(type)MountList")).items(type + "Mount").count == 1)
        #expect(client.send(.get, mount["Href"] ?? "").status == 404)
    }

    @Test func aMountBelongsToItsLogonSession() throws {
        var (client, point, mount) = try MountTests.mounted()
        let token = client.token
        let hub = client.hub
        try client.logOn()
        #expect(client.send(.get, mount["Href"] ?? "").status == 404)
        #expect(try client.get(point.href("Down:VmRestorePointMountList")).items("VmRestorePointMount").isEmpty)
        client.token = token
        #expect(client.send(.get, mount["Href"] ?? "").status == 200)
        #expect(client.send(.delete, hub?.href("Delete") ?? "").status == 204)
        try client.logOn()
        let task = try client.act(point, "Create:VmRestorePointMount")
        #expect(task.links.first { $0.rel == "Related" }?.name?.hasSuffix("@1") == true)
    }

    @Test func anUnknownSystemIs400() throws {
        var (client, point, _) = try MountTests.mounted()
        let body = client.body("StartMountSpec", [("OsKind", "Plan 9")])
        #expect(try client.post(point.href("Create:VmRestorePointMount"), body).status == 400)
    }

    @Test(arguments: [false, true]) func aDirectoryIsListedInPages(json: Bool) throws {
        var (client, _, mount) = try MountTests.mounted(json: json)
        let directory = try MountTests.directory(&client, mount, ["E:", "Shares", "Finance"])
        var page = try client.get(MountTests.link(directory, "Down", "listFiles"))
        var names: [String?] = []
        for number in 1...3 {
            let paging = try #require(page.child("PagingInfo"))
            #expect(paging["PageNum"] == String(number))
            #expect(paging["PagesCount"] == "3")
            #expect(paging.links.map(\.rel).contains("Next") == (number < 3))
            #expect(paging.links.map(\.rel).contains("Previous") == (number > 1))
            names += page.child("Files")?.items("FileEntry").map { $0["Name"] } ?? []
            if number < 3 { page = try client.get(paging.href("Next")) }
        }
        #expect(names.count == 24)
        #expect(Set(names).count == 24)
        let parent = try client.get(MountTests.link(directory, "Up", "listAll"))
        #expect(parent.child("Directories")?.items("DirectoryEntry").count == 3)
        #expect(client.send(.get, (directory["Href"] ?? "") + "?action=listFiles&pageSize=0").status == 400)
        #expect(client.send(.get, (directory["Href"] ?? "") + "?action=listWhatever").status == 400)
        #expect(client.send(.get, (directory["Href"] ?? "") + "/nothing").status == 404)
    }

    @Test func specialNamesSurviveTheirHrefs() throws {
        var (client, _, mount) = try MountTests.mounted()
        var names: [String] = []
        for path in [["E:", "Shares", "HR", "Contracts"], ["E:", "Shares"]] {
            let directory = try MountTests.directory(&client, mount, path)
            for file in try client.get(MountTests.link(directory, "Down", "listAll")).child("Files")?.items("FileEntry")
                ?? []
            {
                let again = try client.get(file["Href"] ?? "").items("FileEntry")
                #expect(again.map { $0["Name"] } == [file["Name"]])
                names.append(file["Name"] ?? "")
            }
        }
        #expect(names == ["Lease & maintenance.docx", "Supplier #7 (50%).docx", "Überblick.txt"])
    }

    @Test(arguments: [false, true]) func aFileIsDownloadedAfterItsRestore(json: Bool) throws {
        var (client, _, mount) = try MountTests.mounted(json: json)
        let directory = try MountTests.directory(&client, mount, ["C:", "Users", "Administrator", "Documents"])
        let file = try #require(
            try client.get(MountTests.link(directory, "Down", "listFiles")).child("Files")?.items("FileEntry").first
        )
        let early = client.send(.post, (file["Href"] ?? "") + "?action=download")
        #expect(early.status == 404)
        // `Actions` is a list of links like `Links`: elements in XML, an array in JSON.
        let actions = file.items("Actions").flatMap { $0.items("Link") } + file.items("Action")
        #expect(actions.map { $0["Rel"] } == ["Restore"])
        let task = try client.finish(try client.post(actions.first?["Href"] ?? "", MountTests.download(client)))
        #expect(task["Operation"] == "FileRestoreFromMountPoint")
        let response = client.send(.post, task.href("Download"))
        #expect(response.status == 200)
        #expect(response.headers[.contentType] == "application/octet-stream")
        #expect(response.body.count == Int(file["Size"] ?? ""))
        #expect(client.send(.post, task.href("Download")).body == response.body)
    }

    @Test(arguments: [false, true]) func filesGoBackToWhereTheyWere(json: Bool) throws {
        var (client, _, mount) = try MountTests.mounted(json: json)
        let directory = try MountTests.directory(&client, mount, ["E:", "Shares", "HR"])
        let body =
            json
            ? "{\"ToOriginalLocation\":{\"Overwrite\":true,"
                + "\"GuestCredentials\":{\"Username\":\"EXAMPLE\\\\backup\",\"Password\":\"correct horse\"}}}"
            : "<FileRestoreSpec xmlns=\"\(XMLWriter.namespace)\"><ToOriginalLocation Overwrite=\"true\"/></FileRestoreSpec>"
        let task = try client.finish(try client.post(MountTests.link(directory, "Restore", "restore"), body))
        #expect(task.child("Result")?["Message"] == "Restore operations started successfully.")
        #expect(task.pairs == ["Delete"])
        // How a directory would be packed is not known.
        let download = try client.post(MountTests.link(directory, "Restore", "restore"), MountTests.download(client))
        #expect(try client.finish(download).child("Result")?["Success"] == "false")
    }

    @Test(arguments: [
        "<Other/>", "<FileRestoreSpec/>", "<FileRestoreSpec><ToOriginalLocation Overwrite='maybe'/></FileRestoreSpec>",
        "<FileRestoreSpec><ToOriginalLocation/><ForDirectDownload/></FileRestoreSpec>",
    ])
    func anotherBodyIs400(body: String) throws {
        var (client, _, mount) = try MountTests.mounted()
        let directory = try MountTests.directory(&client, mount, ["E:", "Shares"])
        let end = try #require(body.firstIndex { $0 == ">" || $0 == "/" })
        let text = String(body[..<end]) + " xmlns=\"\(XMLWriter.namespace)\"" + String(body[end...])
        #expect(try client.post(MountTests.link(directory, "Restore", "restore"), text).status == 400)
    }

    @Test(arguments: [false, true]) func aFileIsRestoredFromTheCatalogWithOneClick(json: Bool) throws {
        var client = try Client.loggedOn(json: json)
        let machines = try client.get(client.hub?.href("Down:CatalogVmReferenceList") ?? "")
        let machine = try client.get(machines.item("Ref", named: "files01")?.href("Alternate") ?? "")
        #expect(machine["UID"] == "urn:veeam:CatalogVm:files01")
        let reference = try #require(
            try client.references(machine, "Down:CatalogVmRestorePointReferenceList").last
        )
        #expect(reference["Name"]?.hasPrefix("1/15/2026 10:0") == true)
        let point = try client.get(reference.href("Alternate"))
        #expect(try client.get(point.href("Related:VmRestorePoint"))["VmDisplayName"] == "files01")

        let browse = client.send(.post, point.href("Browse"))
        #expect(browse.status == 200)
        let task = try Page(browse)
        #expect(task["State"] == "Finished")
        var entry = try #require(
            try client.get(task.href("Down:FileSystemItemsList")).items("DirectoryEntry").first
        )
        for name in ["E:", "Shares", "HR"] {
            let list = try client.get(entry.href("Down:FileSystemItemsList"))
            entry = try #require(list.child("Directories")?.item("DirectoryEntry", named: name))
        }
        let list = try client.get(entry.href("Down:FileEntryList"))
        #expect(list.child("PagingInfo")?["PagesCount"] == "1")
        #expect(list.href("Up:DirectoryEntry") == entry["Href"])
        let file = try #require(list.child("Files")?.item("FileEntry", named: "Staff.xlsx"))
        let restored = try client.act(file, "Restore")
        #expect(restored["Operation"] == "RestoreFile")
        let session = try client.get(restored.href("Related:RestoreSession"))
        #expect(session["JobType"] == "FileLevelRestore")
        #expect(session["Name"]?.hasPrefix("FLR_[files01]@") == true)
    }

    @Test func browsingFollowsTheFaultsOfTasks() throws {
        let configuration = SimulatorConfiguration {
            $0.faults = [Fault(.taskFails("No index"), on: FaultMatch(path: "action=browse"))]
        }
        var client = try Client.loggedOn(configuration)
        let point = try client.get("/api/catalog/vms/files01/vmRestorePoints?format=Entity")
            .items("CatalogVmRestorePoint")[0]
        let task = try client.post(point.href("Browse"))
        #expect(task.child("Result")?["Success"] == "false")
        #expect(task.child("Result")?["Message"] == "No index")
    }
}
