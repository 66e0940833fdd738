// SPDX-License-Identifier: Apache-2.0

import EnterpriseManager
import EnterpriseManagerSimulator
import HTTPTypes
import Hypermedia
import HypermediaClient
import Synchronization

/// A simulator in process, with clients that know its password.
struct Server {
    let transport: SimulatorTransport
    let configuration: SimulatorConfiguration
    /// What the simulator takes for the time; goes on by hand.
    let clock = HandClock()

    init(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) {
        configuration = SimulatorConfiguration(change)
        transport = SimulatorTransport(configuration: configuration) { [clock] in clock.now }
    }

    func client(
        _ options: ClientOptions = ClientOptions(),
        password: String? = nil,
        entry: EntryPoint? = nil,
        through other: (any Transport)? = nil,
        hops: HopCollector? = nil,
        as credentials: Credentials? = nil
    ) throws -> HypermediaClient {
        let report: (@Sendable (Hop) -> Void)? = hops.map { hops in { @Sendable hop in hops.add(hop) } }
        return HypermediaClient(
            profile: .enterpriseManager,
            entry: try entry ?? EntryPoint(transport.entry),
            transport: other ?? transport,
            credentials: credentials
                ?? Credentials(user: configuration.user, password: password ?? configuration.password),
            options: options,
            time: clock.source,
            onHop: report
        )
    }

    /// How often somebody tried to log on.
    var logons: Int { transport.log.entries.filter { $0.method == .post && $0.path.contains("sessionMngr") }.count }
    /// How often somebody tried to log off.
    var logoffs: Int {
        transport.log.entries.filter { $0.method == .delete && $0.path.contains("logonSessions") }.count
    }
}
