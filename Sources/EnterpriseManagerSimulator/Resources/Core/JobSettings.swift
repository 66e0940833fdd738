// SPDX-License-Identifier: Apache-2.0

/// The options of a job that an edit can change: those that every job begins with, or what became of them
/// [put_jobs_id_actionedit].
struct JobSettings: Sendable {
    var schedule: Content
    var guest = GuestProcessing.content
    var gfs = JobRetention.gfs
    var simple = JobRetention.simple

    /// What a job begins with.
    init(of job: JobRecord) { schedule = JobSchedule.content(of: job) }

    /// The options changed as far as a body names them.
    func edited(by document: BodyNode) throws(Refusal) -> JobSettings {
        var settings = self
        settings.schedule = try schedule.edited(by: document)
        // The field table of the page has the retention beside the schedule, the resource has it inside the info.
        for place in [document] + (document["JobInfo"]?.children ?? []) {
            settings.guest = try settings.guest.edited(by: place)
            settings.gfs = try settings.gfs.edited(by: place)
            settings.simple = try settings.simple.edited(by: place)
        }
        return settings
    }

    /// What a clone takes over: all but the retention (seen in a public client).
    var ofClone: JobSettings {
        var settings = self
        settings.gfs = JobRetention.gfs
        settings.simple = JobRetention.simple
        return settings
    }

    /// The hour of the daily run that a body asks for, or nil.
    static func hour(in document: BodyNode) -> Int? {
        let time = document["JobScheduleOptions"]?["Standart"]?["OptionsDaily"]?["Time"]?.text
        guard let clock = time?.split(separator: "T").last else { return nil }
        return Int(clock.prefix(2)).flatMap { (0...23).contains($0) ? $0 : nil }
    }
}
