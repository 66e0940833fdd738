// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
public import HypermediaClient
import Synchronization

/// A simulator behind `Transport`, without a socket: clients and workflows are tested against it in process.
public final class SimulatorTransport: Transport {
    private let simulator: Mutex<Simulator>
    private let now: @Sendable () -> Duration

    /// A simulator whose time a closure tells.
    ///
    /// - Parameters:
    ///   - configuration: what it is like.
    ///   - now: the time since the start; it never goes back.
    public init(
        configuration: SimulatorConfiguration = SimulatorConfiguration(),
        now: @escaping @Sendable () -> Duration
    ) {
        simulator = Mutex(Simulator(configuration: configuration))
        self.now = now
    }

    /// A simulator whose time a clock tells, beginning now.
    public convenience init<C: Clock>(configuration: SimulatorConfiguration = SimulatorConfiguration(), clock: C)
    where C.Duration == Duration {
        let start = clock.now
        self.init(configuration: configuration) { start.duration(to: clock.now) }
    }

    /// A simulator whose time goes on by the same step with every request; a test then needs no clock.
    public convenience init(configuration: SimulatorConfiguration = SimulatorConfiguration(), step: Duration) {
        let time = SteppingTime(step: step)
        self.init(configuration: configuration) { time.next() }
    }

    /// What was requested and handed out so far.
    public var log: RequestLog { simulator.withLock { $0.log } }

    /// Replaces what goes wrong from now on; requests are counted anew.
    public func setFaults(_ faults: [Fault]) { simulator.withLock { $0.setFaults(faults) } }

    /// The simulator as it is now, apart from the one that goes on here.
    public var snapshot: Simulator { simulator.withLock { $0 } }

    /// The entry URL of the simulator.
    public var entry: String {
        simulator.withLock { $0.configuration.publicOrigin } + Simulator.entryPath
    }

    /// Answers the request; whatever its scheme and authority are, it never leaves the process.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        guard !Task.isCancelled else {
            throw TransportFailure(.cancelled, "The task was cancelled.", requestMayHaveBeenSent: false)
        }
        let time = now()
        let (response, date) = simulator.withLock { simulator in
            let response = simulator.respond(
                to: SimulatorRequest(
                    request.head.method,
                    request.head.path ?? Simulator.entryPath,
                    headers: request.head.headerFields,
                    body: request.body ?? []
                ),
                at: time,
                wholeBelow: SimulatorResponse.pieceSize
            )
            return (response, simulator.clock)
        }
        var head = HTTPResponse(status: .init(code: response.status), headerFields: response.headers)
        // By the clock of its world: last night is there when it was here.
        head.headerFields[.date] = date.http
        // Answers of Enterprise Manager announce their length; public clients refuse one that does not (seen in
        // check_veeam_em). A 204 has no length.
        if request.head.method != .head, response.status != 204 {
            head.headerFields[.contentLength] = response.contentLength.map(String.init)
        }
        switch response.delivery {
        case .complete:
            return TransportResponse(head: head, body: SimulatorTransport.body(of: response))
        case .cutShort:
            return TransportResponse(head: head, body: SimulatorTransport.cutShort(response.body))
        case .closedBeforeRequest:
            throw TransportFailure(
                .closed,
                "The connection closed before the request was sent.",
                requestMayHaveBeenSent: false
            )
        case .closedAfterRequest:
            throw TransportFailure(
                .closed,
                "The connection closed before an answer came.",
                requestMayHaveBeenSent: true
            )
        }
    }

    private static func body(of response: SimulatorResponse) -> ResponseBody {
        guard let pieces = response.pieces else { return ResponseBody(bytes: response.body) }
        return ResponseBody {
            let pieces = pieces()
            return { pieces.next() }
        }
    }

    private static func cutShort(_ bytes: [UInt8]) -> ResponseBody {
        ResponseBody {
            var isFirst = true
            return {
                guard isFirst else {
                    throw TransportFailure(
                        .closed,
                        "The connection closed before the answer was complete.",
                        requestMayHaveBeenSent: true
                    )
                }
                isFirst = false
                return bytes
            }
        }
    }
}
