// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Synchronization
internal import Workflows

/// Remembers of each run under way what is to be said of it if it is interrupted.
final class RunWitness: Sendable {
    /// What is known of a run.
    struct Story: Sendable {
        let run: String
        var step: String?
        /// Writes that were sent, each as a link and how it was answered.
        var writes: [String] = []
        var task: String?
        var isOver = false
    }

    private let stories = Mutex<[Story]>([])

    /// The runs that did not end, in the order in which they began.
    var open: [Story] { stories.withLock { $0.filter { !$0.isOver } } }

    func see(_ event: RunEvent) {
        stories.withLock { stories in
            let index = stories.firstIndex { $0.run == event.run } ?? stories.endIndex
            if index == stories.endIndex { stories.append(Story(run: event.run)) }
            RunWitness.add(event, to: &stories[index])
        }
    }

    private static func add(_ event: RunEvent, to story: inout Story) {
        let isWrite = event.verb.map { !Verb(rawValue: $0).isSafe } ?? false
        let link = LinkSelector(rel: Rel(event.rel ?? ""), type: event.type.map { LinkType($0) })
        switch event.event {
        case .stepStarted:
            story.step = event.step
            if isWrite { story.writes.append("\(event.verb ?? "") \(link), not answered yet") }
        case .stepFinished where isWrite && !story.writes.isEmpty:
            let answer = event.status.map { "answered with \($0)" } ?? "not answered"
            story.writes[story.writes.count - 1] = "\(event.verb ?? "") \(link), \(answer)"
        case .task:
            story.task = [event.operation, event.state].compactMap(\.self).joined(separator: " ")
        case .runFinished: story.isOver = true
        default: break
        }
    }

    /// Says of each run that was interrupted what is known, and how to go on with it.
    func tell(_ console: Console, isEphemeral: Bool) {
        for story in open { RunWitness.lines(story, isEphemeral: isEphemeral).forEach { console.err($0) } }
    }

    /// What is true of a run whose server ended with the command.
    static let nothingLeft =
        "It cannot be resumed: runs on a simulator of the command’s own, or on a recording, are not kept."

    static func lines(_ story: Story, isEphemeral: Bool) -> [String] {
        var lines = ["Run \(story.run) was interrupted\(story.step.map { " in the step ‘\($0)’" } ?? "")."]
        guard !story.writes.isEmpty else { return [lines[0] + " It had sent no write."] }
        for write in story.writes { lines.append("  sent  \(write)") }
        if let task = story.task { lines.append("  task  \(PlainText.oneLine(task)), when it was last seen") }
        lines.append("  now   \(isEphemeral ? nothingLeft : "emwalk resume \(story.run)")")
        return lines
    }
}
#endif
