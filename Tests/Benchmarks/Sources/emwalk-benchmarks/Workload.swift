// SPDX-License-Identifier: Apache-2.0

/// Documents in the shapes that matter: lists of references (mostly links) and lists of jobs (mostly small leaves).
enum Workload: String, CaseIterable {
    case refs
    case jobs

    /// Appends the beginning of a document.
    func begin(_ output: inout String) {
        output += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(root)"
        output += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"urn:example:benchmark\">\n"
    }

    /// Appends one item.
    func item(_ random: inout SeededGenerator, _ output: inout String) {
        switch self {
        case .refs: Self.reference(&random, &output)
        case .jobs: Self.job(&random, &output)
        }
    }

    /// Appends the end of a document.
    func end(_ output: inout String) { output += "</\(root)>\n" }

    /// A document of about so many bytes.
    func document(bytes: Int) -> [UInt8] {
        var random = SeededGenerator(seed: 7)
        var text = ""
        begin(&text)
        while text.utf8.count < bytes { item(&random, &text) }
        end(&text)
        return Array(text.utf8)
    }

    private var root: String { self == .refs ? "EntityReferences" : "Jobs" }

    private static let base = "https://manager.example:9398/api"

    private static func id(_ random: inout SeededGenerator) -> String {
        let digits = Array("0123456789abcdef")
        var value = ""
        for position in 0..<32 {
            if [8, 12, 16, 20].contains(position) { value += "-" }
            value.append(digits[Int.random(in: 0..<16, using: &random)])
        }
        return value
    }

    private static func title(_ random: inout SeededGenerator) -> String {
        let places = ["Cellar", "Attic", "Harbour", "Office", "Archive", "Depot", "Quarry", "Mill"]
        let works = ["Nightly", "Weekly", "Hourly copy", "Offsite", "Mail server", "File shares", "Sales & returns"]
        let place = places.randomElement(using: &random) ?? ""
        let work = works.randomElement(using: &random) ?? ""
        return "\(place) \(work) \(Int.random(in: 1..<1000, using: &random))".replacing("&", with: "&amp;")
    }

    private static func link(_ rel: String, _ type: String?, _ href: String, _ name: String?, _ pad: String) -> String {
        pad + "<Link Rel=\"\(rel)\"" + (type.map { " Type=\"\($0)\"" } ?? "") + " Href=\"\(href)\""
            + (name.map { " Name=\"\($0)\"" } ?? "") + " />\n"
    }

    private static func reference(_ random: inout SeededGenerator, _ output: inout String) {
        let kinds = [
            ("Job", "jobs", "BackupJobSessionReferenceList", "backupSessions"),
            ("Repository", "repositories", "BackupReferenceList", "backups"),
            ("BackupJobSession", "backupSessions", "BackupTaskSessionReferenceList", "taskSessions"),
        ]
        let (type, path, downType, downPath) = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let identifier = id(&random)
        let name = title(&random)
        let href = "\(base)/\(path)/\(identifier)"
        output += "  <Ref UID=\"urn:example:\(type):\(identifier)\" Name=\"\(name)\" Href=\"\(href)\""
        output += " Type=\"\(type)Reference\">\n    <Links>\n"
        let pad = "      "
        output += link("Up", "BackupServerReference", "\(base)/backupServers/\(id(&random))", "srv3.example", pad)
        output += link("Alternate", type, href + "?format=Entity", name, pad)
        output += link("Down", downType, "\(href)/\(downPath)", nil, pad)
        for extra in 0..<Int.random(in: 0..<3, using: &random) {
            output +=
                extra == 0
                ? link("Related", "BackupReference", "\(base)/backups/\(id(&random))", name, pad)
                : link("Delete", nil, href, nil, pad)
        }
        output += "    </Links>\n  </Ref>\n"
    }

    private static func job(_ random: inout SeededGenerator, _ output: inout String) {
        let identifier = id(&random)
        let name = title(&random)
        let href = "\(base)/jobs/\(identifier)"
        output +=
            "  <Job Href=\"\(href)?format=Entity\" Type=\"Job\" Name=\"\(name)\" UID=\"urn:example:Job:\(identifier)\">\n"
        output += "    <Links>\n"
        output += link("Up", "BackupServerReference", "\(base)/backupServers/\(id(&random))", "srv3.example", "      ")
        output += link("Alternate", "JobReference", href, name, "      ")
        for action in ["start", "stop", "retry", "clone", "toggleScheduleEnabled"] {
            output += link(
                action.prefix(1).uppercased() + action.dropFirst(),
                nil,
                "\(href)?action=\(action)",
                nil,
                "      "
            )
        }
        for (type, path) in [("ObjectInJobList", "includes"), ("BackupJobSessionReferenceList", "backupSessions")] {
            output += link("Down", type, "\(href)/\(path)", nil, "      ")
        }
        output += "    </Links>\n    <JobType>Backup</JobType>\n    <Platform>VMware</Platform>\n"
        output += "    <Description>Made by hand &amp; kept since 2019</Description>\n    <JobScheduleOptions>\n"
        output += "      <RetryOptions>\n        <RetryTimes>3</RetryTimes>\n        <RetryTimeout>10</RetryTimeout>\n"
        output += "      </RetryOptions>\n      <OptionsDaily Enabled=\"true\">\n"
        let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        for day in days { output += "        <Days>\(day)</Days>\n" }
        output += "      </OptionsDaily>\n      <OptionsMonthly Enabled=\"false\">\n"
        for month in 1...12 { output += "        <Months>Month\(month)</Months>\n" }
        output += "      </OptionsMonthly>\n      <OptionsBackupWindow Enabled=\"false\">\n        <TimePeriods>\n"
        for day in days {
            let hours = (0..<24).map { _ in Bool.random(using: &random) ? "1" : "0" }.joined(separator: ",")
            output += "          <Day Name=\"\(day)\">\(hours)</Day>\n"
        }
        output += "        </TimePeriods>\n      </OptionsBackupWindow>\n    </JobScheduleOptions>\n    <Includes>\n"
        for _ in 0..<Int.random(in: 1..<4, using: &random) {
            let object = id(&random)
            output += "      <ObjectInJob Href=\"\(href)/includes/\(object)\" Type=\"ObjectInJob\">\n        <Links>\n"
            output += link("Up", "Job", href + "?format=Entity", name, "          ")
            output += link("Delete", nil, "\(href)/includes/\(object)", nil, "          ")
            output += "        </Links>\n        <ObjectInJobId>\(object)</ObjectInJobId>\n"
            for path in ["%windir%", "%TEMP%", "/proc", "/dev", "/mnt", "/lost+found"] {
                output += "        <Path>\(path)</Path>\n"
            }
            output += "        <Name>vm\(Int.random(in: 1..<9999, using: &random))</Name>\n      </ObjectInJob>\n"
        }
        output += "    </Includes>\n  </Job>\n"
    }
}
