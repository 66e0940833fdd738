// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Measures how many requests a second the simulator answers, against Hummingbird alone with bodies of the same sizes.
///
///     simulator-throughput [--rounds=5] [--seconds=1] [--connections=8] [--client=wrk|ahc] [--only=PART-OF-NAME]
///     simulator-throughput --serve=simulator|bare [--tls] [--jobs=N]
///
/// Each server is a process of its own, and so is the client: wrk where it is installed, AsyncHTTPClient elsewhere. In
/// a round every document is asked of one server and then of the other; what counts is the ratio within rounds.
@main
struct Main {
    static func main() async throws {
        let options = Options(CommandLine.arguments.dropFirst())
        if let contender = options["serve"].flatMap(Contender.init) {
            switch contender {
            case .bare: try await BareServer(isSecure: options.has("tls")).run()
            case .simulator:
                let server = SimulatedServer(
                    isSecure: options.has("tls"),
                    jobs: options.number("jobs", or: 0),
                    isOpaque: options.has("opaque")
                )
                try await server.run()
            }
        } else if let url = options["load"] {
            let load = Load(
                connections: options.number("connections", or: 8),
                seconds: options.number("seconds", or: 1),
                token: options["token"] ?? ""
            )
            print(try await load.requestsPerSecond(url))
        } else {
            try await Benchmark(options).run()
        }
    }
}

/// Tells the parent process where a server listens.
///
/// Written at once, since `print` keeps what goes into a pipe.
func ready(_ origin: String) { FileHandle.standardOutput.write(Data("ready \(origin)\n".utf8)) }
