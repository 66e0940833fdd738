// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Synchronization
internal import Workflows

/// One line at the bottom of a terminal that says what is being waited for, while lines go by above it.
final class ProgressLine: Sendable {
    private struct State {
        var waits: [String: ProgressText.Wait] = [:]
        var ended = 0
        var total: Int?
        var isDrawn = false
        var isHidden = false
    }

    private let console: Console
    private let now: @Sendable () -> Duration
    private let state = Mutex(State())

    init(console: Console, now: @escaping @Sendable () -> Duration) {
        self.console = console
        self.now = now
    }

    /// How many runs there will be.
    func expect(_ total: Int) { state.withLock { $0.total = total } }

    /// Takes what happened, and says lines above if there are any to say.
    func report(_ event: RunEvent, saying lines: [String]) {
        state.withLock { state in
            switch event.event {
            case .task:
                let limit = event.limit.map { Duration.milliseconds($0) }
                let since = state.waits[event.run].flatMap { $0.step == event.step ? $0.since : nil } ?? now()
                state.waits[event.run] = ProgressText.Wait(
                    step: event.step ?? "",
                    operation: event.operation,
                    state: event.state ?? "",
                    since: since,
                    limit: limit
                )
            case .stepFinished where event.step != state.waits[event.run]?.step: state.waits[event.run] = nil
            case .runFinished:
                state.waits[event.run] = nil
                state.ended += 1
            default: break
            }
            if !lines.isEmpty {
                erase(&state)
                lines.forEach(console.err)
            }
            draw(&state)
        }
    }

    /// Draws it again, with the time of now.
    func tick() { state.withLock { draw(&$0) } }

    /// Takes it away until it is drawn again.
    func clear() { state.withLock { erase(&$0) } }

    /// Takes it away for something that wants the terminal, such as a question.
    func hide() {
        state.withLock { state in
            erase(&state)
            state.isHidden = true
        }
    }

    /// Brings it back.
    func show() { state.withLock { $0.isHidden = false } }

    private func draw(_ state: inout State) {
        guard !state.isHidden else { return }
        let waits = state.waits.sorted { $0.key < $1.key }.map(\.value)
        guard let text = ProgressText(waits: waits, ended: state.ended, total: state.total).text(at: now()) else {
            erase(&state)
            return
        }
        console.errRaw("\r\u{1B}[K" + DisplayWidth.fit(text, to: console.errorWidth ?? 80))
        state.isDrawn = true
    }

    private func erase(_ state: inout State) {
        guard state.isDrawn else { return }
        console.errRaw("\r\u{1B}[K")
        state.isDrawn = false
    }

    /// Runs a body while the line keeps the time.
    func keepingTime<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) async throws -> R {
        try await withThrowingTaskGroup(of: R?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                while !Task.isCancelled {
                    self.tick()
                    try? await Task.sleep(for: .milliseconds(500))
                }
                return nil
            }
            defer { self.hide() }
            while let next = try await group.next() {
                guard let result = next else { continue }
                group.cancelAll()
                return result
            }
            throw CancellationError()
        }
    }
}
#endif
