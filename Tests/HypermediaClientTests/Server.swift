// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import Hypermedia
import HypermediaClient
import Synchronization

/// A simulator in process, with clients that know its password.
struct Server {
    let transport: SimulatorTransport
    let configuration: SimulatorConfiguration

    init(step: Duration = .milliseconds(50), _ change: (inout SimulatorConfiguration) -> Void = { _ in }) {
        configuration = SimulatorConfiguration(change)
        transport = SimulatorTransport(configuration: configuration, step: step)
    }

    func client(
        _ options: ClientOptions = ClientOptions(),
        password: String? = nil,
        entry: String? = nil,
        hops: HopCollector? = nil
    ) throws -> HypermediaClient {
        let report: (@Sendable (Hop) -> Void)? = hops.map { hops in { @Sendable hop in hops.add(hop) } }
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try EntryPoint(entry ?? transport.entry),
            transport: transport,
            credentials: Credentials(user: configuration.user, password: password ?? configuration.password),
            options: options,
            onHop: report
        )
    }
}

/// Keeps what a client reports.
final class HopCollector: Sendable {
    private let hops = Mutex<[Hop]>([])
    var all: [Hop] { hops.withLock { $0 } }
    func add(_ hop: Hop) { hops.withLock { $0.append(hop) } }
}
