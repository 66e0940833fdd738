// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManagerSimulator
internal import Synchronization

/// Lets a command ask its embedded simulator what was requested, also after the session has ended.
final class SimulatorWitness: Sendable {
    private let transport = Mutex<SimulatorTransport?>(nil)

    var log: RequestLog? { transport.withLock { $0 }?.log }

    func watch(_ simulator: SimulatorTransport) { transport.withLock { $0 = simulator } }
}
#endif
