// SPDX-License-Identifier: Apache-2.0

public import EnterpriseManagerSimulator
internal import HTTPTypes
public import HypermediaClient
internal import Synchronization

/// A simulator whose faults can be changed while it serves, by requests to a path that no Enterprise Manager has.
///
/// `GET` of ``path`` lists the faults that are set, one per line, as ``FaultGrammar`` writes them; `PUT` replaces them
/// by the lines of its body, counting requests anew; `DELETE` removes them. Every other path is the simulator's. The
/// requests themselves meet no fault, need no logon and are not recorded.
///
/// ```
/// curl -X PUT --data-binary 'status=503@GET:jobs#2' http://127.0.0.1:9398/-simulator/faults
/// ```
public final class FaultControl: Transport {
    /// Where faults are read and set.
    public static let path = "/-simulator/faults"

    private let simulator: SimulatorTransport
    private let lines: Mutex<[String]>

    /// The control of a simulator.
    ///
    /// - Parameters:
    ///   - simulator: answers every other request.
    ///   - faults: those that it was made with, as they were written.
    public init(_ simulator: SimulatorTransport, faults: [String] = []) {
        self.simulator = simulator
        lines = Mutex(faults)
    }

    /// Answers a request to ``path``, and hands on every other.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        guard request.head.path == FaultControl.path else { return try await simulator.send(request) }
        switch request.head.method {
        case .get: return FaultControl.answer(200, lines.withLock { $0 })
        case .put: return replace(FaultControl.lines(of: request.body ?? []))
        case .delete: return replace([])
        default: return FaultControl.answer(405, ["GET, PUT or DELETE"])
        }
    }

    /// Sets all faults, or none of them if one cannot be read.
    private func replace(_ new: [String]) -> TransportResponse {
        var faults: [Fault] = []
        for line in new {
            guard let fault = FaultGrammar.fault(line) else {
                let effects = FaultGrammar.effects.map(\.spelling).joined(separator: " ")
                return FaultControl.answer(
                    400,
                    ["'\(line)' is no fault: write EFFECT[=VALUE][@[METHOD][:PATH-PART]][#N]. Effects: \(effects)"]
                )
            }
            faults.append(fault)
        }
        lines.withLock {
            $0 = new
            simulator.setFaults(faults)
        }
        return FaultControl.answer(200, new)
    }

    private static func lines(of body: [UInt8]) -> [String] {
        String(decoding: body, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " || $0 == "\t" })
        }.filter { !$0.isEmpty }
    }

    private static func answer(_ status: Int, _ lines: [String]) -> TransportResponse {
        let text = lines.map { $0 + "\n" }.joined()
        let head = HTTPResponse(
            status: .init(code: status),
            headerFields: [.contentType: "text/plain; charset=utf-8", .contentLength: String(text.utf8.count)]
        )
        return TransportResponse(head: head, body: ResponseBody(bytes: Array(text.utf8)))
    }
}
