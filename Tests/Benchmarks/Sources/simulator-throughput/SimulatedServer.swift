// SPDX-License-Identifier: Apache-2.0

import EnterpriseManagerSimulator
import EnterpriseManagerSimulatorServer

/// The simulator as `emwalk simulate` serves it.
struct SimulatedServer {
    static let user = "administrator"
    static let password = "Passw0rd!"

    let isSecure: Bool
    let jobs: Int
    let isOpaque: Bool

    /// Serves until the process ends.
    func run() async throws {
        let simulator = SimulatorTransport(
            configuration: SimulatorConfiguration {
                $0.generatedJobs = jobs
                $0.opaqueURLs = isOpaque
                $0.keepsLog = false
                $0.user = SimulatedServer.user
                $0.password = SimulatedServer.password
                $0.publicOrigin = "https://127.0.0.1:9398"
            },
            clock: ContinuousClock()
        )
        let server = SimulatorServer(handler: FaultControl(simulator), security: isSecure ? .generated : .plain)
        try await server.run { ready($0.origin) }
    }
}
