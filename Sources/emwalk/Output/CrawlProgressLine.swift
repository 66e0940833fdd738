// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Survey
internal import Synchronization

/// One line on a terminal that tells how far a crawl is; elsewhere a line now and then.
final class CrawlProgressLine: Sendable {
    private struct State {
        var last = Duration.zero
        var isShown = false
    }

    private let console: Console
    private let state = Mutex(State())

    init(console: Console) { self.console = console }

    func report(_ progress: CrawlProgress) {
        let pause: Duration = console.isErrorTerminal ? .milliseconds(100) : .seconds(10)
        let isDue = state.withLock { state in
            guard progress.elapsed - state.last >= pause else { return false }
            state.last = progress.elapsed
            state.isShown = true
            return true
        }
        guard isDue else { return }
        let text = CrawlProgressLine.text(progress)
        if console.isErrorTerminal {
            console.errRaw("\r\u{1B}[K" + DisplayWidth.fit(text, to: max(20, (console.errorWidth ?? 80) - 1)))
        } else if !console.isJSON {
            console.err(text)
        }
    }

    func clear() {
        if console.isErrorTerminal, state.withLock({ $0.isShown }) { console.errRaw("\r\u{1B}[K") }
    }

    static func text(_ progress: CrawlProgress) -> String {
        let done = progress.read + progress.failed
        let known = done + progress.waiting
        let share = known == 0 ? 0 : done * 20 / known
        let bar = String(repeating: "█", count: share) + String(repeating: "░", count: 20 - share)
        var parts = ["\(bar) \(done) of \(known) known", "\(Int(progress.rate.rounded()))/s"]
        if let left = progress.remaining, progress.waiting > 0 { parts.append("\(clock(left)) left") }
        if progress.failed > 0 { parts.append("\(progress.failed) failed") }
        if let rest = progress.rest { parts.append("resting \(rest.components.seconds) s: the server is busy") }
        return parts.joined(separator: " · ")
    }

    private static func clock(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        let minutes = seconds / 60
        guard minutes > 0 else { return "\(seconds) s" }
        return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
#endif
