// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia
internal import Synchronization

/// Gathers the hops of a run and tells of its events.
final class RunProgress: Sendable {
    let run: String
    private let hops = Mutex<[RunHop]>([])
    private let onEvent: (@Sendable (RunEvent) -> Void)?

    init(run: String, onEvent: (@Sendable (RunEvent) -> Void)?) {
        self.run = run
        self.onEvent = onEvent
    }

    var allHops: [RunHop] { hops.withLock { $0 } }

    func started(_ workflow: String) {
        tell(.runStarted) { $0.message = workflow }
    }

    func following(_ link: Link, step: String) {
        tell(.stepStarted) {
            $0.step = step
            $0.rel = link.rel.rawValue
            $0.type = link.type?.rawValue
            $0.verb = link.verb?.rawValue
        }
    }

    func followed(_ hop: RunHop) {
        hops.withLock { $0.append(hop) }
        tell(.stepFinished) {
            $0.step = hop.step
            $0.rel = hop.rel
            $0.type = hop.type
            $0.verb = hop.verb
            $0.status = hop.status
            $0.ms = hop.ms
        }
    }

    func reported(_ report: TaskReport, step: String, limit: Duration) {
        tell(.task) {
            $0.step = step
            $0.state = report.state
            $0.operation = report.operation
            $0.message = report.message
            $0.limit = limit.wholeMilliseconds
        }
    }

    func waiting(_ duration: Duration) {
        tell(.waiting) { $0.ms = duration.wholeMilliseconds }
    }

    func finished(_ ending: RunEnding) {
        tell(.runFinished) {
            $0.outcome = ending.outcome
            $0.message = ending.message
        }
    }

    private func tell(_ kind: RunEvent.Kind, _ fill: (inout RunEvent) -> Void) {
        guard let onEvent else { return }
        var event = RunEvent(kind, run: run)
        fill(&event)
        onEvent(event)
    }
}
