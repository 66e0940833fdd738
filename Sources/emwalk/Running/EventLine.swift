// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// One event of a run in a line for people; nil for events that say nothing new.
struct EventLine {
    private let event: RunEvent

    init(_ event: RunEvent) { self.event = event }

    func text(_ style: Style) -> String? {
        switch event.event {
        case .stepFinished:
            guard let rel = event.rel, let verb = event.verb else { return nil }
            let step = pad(event.step ?? "", 12)
            let link = pad("\(rel)\(event.type.map { ":\($0)" } ?? "")", 40)
            let status = event.status.map(String.init) ?? "—"
            let isGood = (200...399).contains(event.status ?? 0)
            return "  \(style.dim(step)) \(style.verb(pad(verb, 6))) \(link) "
                + (isGood ? style.green(status) : style.red(status)) + style.dim("  \(event.ms ?? 0) ms")
        case .task:
            let operation = event.operation.map { "\($0) " } ?? ""
            return "  \(style.dim(pad(event.step ?? "", 12))) task   \(operation)\(style.cyan(event.state ?? ""))"
        default: return nil
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }
}
#endif
