// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// One event of a run in a line for people; nil for events that say nothing new.
struct EventLine {
    private let event: RunEvent
    private let isWatched: Bool

    /// A line.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - isWatched: whether a line that is drawn anew shows how the task goes, so that its states are no news.
    init(_ event: RunEvent, isWatched: Bool = false) {
        self.event = event
        self.isWatched = isWatched
    }

    /// What a line is about, so that lines in a row about the same are said once; nil for what is always told.
    static func subject(_ event: RunEvent) -> String? {
        guard event.event == .stepFinished, let verb = event.verb, (200...399).contains(event.status ?? 0) else {
            return nil
        }
        return [event.step ?? "", verb, event.rel ?? "", event.type ?? ""].joined(separator: "\n")
    }

    func text(_ style: Style) -> String? {
        switch event.event {
        case .stepFinished:
            guard let rel = event.rel, let verb = event.verb else { return nil }
            // A task is polled many times, by the link to itself; its states are told, not its polls.
            if rel == Rel.itself.rawValue { return nil }
            let step = pad(event.step ?? "", 12)
            let link = pad("\(rel)\(event.type.map { ":\($0)" } ?? "")", 40)
            let status = event.status.map(String.init) ?? "—"
            let isGood = (200...399).contains(event.status ?? 0)
            return "  \(style.dim(step)) \(style.verb(pad(verb, 6))) \(link) "
                + (isGood ? style.green(status) : style.red(status)) + style.dim("  \(event.ms ?? 0) ms")
        case .task where !isWatched:
            let operation = event.operation.map { "\(PlainText.oneLine($0)) " } ?? ""
            let state = style.cyan(PlainText.oneLine(event.state ?? ""))
            return "  \(style.dim(pad(event.step ?? "", 12))) task   \(operation)\(state)"
        default: return nil
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }
}
#endif
