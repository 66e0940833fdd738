// SPDX-License-Identifier: Apache-2.0

#if Network
import EnterpriseManagerSimulator
import EnterpriseManagerSimulatorServer
import Foundation
import HypermediaClient
import Synchronization

/// A simulated server that kills the process which talks to it, at a point that a test names.
final class DeadlyServer: Transport {
    /// When a process is killed: at which of its exchanges, and whether the request is handled before.
    struct Point: Sendable, CustomStringConvertible {
        let exchange: Int
        let isHandled: Bool

        var description: String { "\(isHandled ? "after" : "before") exchange \(exchange)" }
    }

    private struct State {
        var simulator: SimulatorTransport?
        var point: Point?
        var victim: pid_t?
        var count = 0
    }

    private let state = Mutex(State())
    private let configuration: SimulatorConfiguration

    init(_ configuration: SimulatorConfiguration) { self.configuration = configuration }

    /// A world as it was at the beginning, and a point at which the next process is killed; nil for none.
    func begin(_ origin: String, killAt point: Point?) {
        var configuration = configuration
        configuration.publicOrigin = origin
        let simulator = SimulatorTransport(configuration: configuration, clock: ContinuousClock())
        state.withLock { $0 = State(simulator: simulator, point: point) }
    }

    /// Whom to kill.
    func watch(_ victim: pid_t) { state.withLock { $0.victim = victim } }

    /// Nobody is killed any more; exchanges are counted anew.
    func spare() {
        state.withLock {
            $0.point = nil
            $0.count = 0
        }
    }

    var world: Simulator? { state.withLock { $0.simulator }?.snapshot }
    var log: RequestLog? { state.withLock { $0.simulator }?.log }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let (simulator, point, index) = state.withLock { state in
            defer { state.count += 1 }
            return (state.simulator, state.point, state.count)
        }
        guard let simulator else { throw gone }
        guard let point, point.exchange == index else { return try await simulator.send(request) }
        if point.isHandled { _ = try await simulator.send(request) }
        await strike()
        throw gone
    }

    private let gone = TransportFailure(.closed, "Nobody listens.", requestMayHaveBeenSent: true)

    /// The process may be faster than whoever tells its number.
    private func strike() async {
        while true {
            if let victim = state.withLock({ $0.victim }) {
                kill(victim, SIGKILL)
                return
            }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
#endif
