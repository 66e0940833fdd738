// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// A simulated Enterprise Manager: a pure function of its state, a request and the time.
///
/// The same configuration and the same requests at the same times give the same bytes.
///
/// ```swift
/// var simulator = Simulator(configuration: SimulatorConfiguration())
/// let response = simulator.respond(to: SimulatorRequest(.get, "/api/"), at: .zero)
/// ```
public struct Simulator: Sendable {
    /// The header and cookie with the session's token [http_authentication].
    public static let tokenHeader: HTTPField.Name = {
        // A name of letters and hyphens is always valid; the fallback only satisfies the compiler.
        HTTPField.Name("X-RestSvcSessionId") ?? .authorization
    }()
    /// The path of the entry document.
    public static let entryPath = Address.entryPath

    /// What it is like.
    public let configuration: SimulatorConfiguration
    /// What it was asked and what it handed out.
    public private(set) var log = RequestLog()

    /// When it was asked last.
    private(set) var now = Duration.zero

    private let router = Router()
    private var world: World
    /// What the clock on the wall of its world shows.
    var clock: Timestamp { world.timestamp(now) }
    private var issuer: HrefIssuer
    private var faults: FaultSchedule

    /// A simulator whose clock stands at zero.
    public init(configuration: SimulatorConfiguration = SimulatorConfiguration()) {
        self.configuration = configuration
        var secrets = SeededGenerator(seed: configuration.secretSeed ?? ~configuration.seed)
        issuer = HrefIssuer(configuration, secrets: SeededGenerator(seed: secrets.next()))
        world = World(configuration, secrets: secrets)
        faults = FaultSchedule(configuration.faults)
    }

    /// Replaces what goes wrong from now on; requests are counted anew.
    public mutating func setFaults(_ faults: [Fault]) { self.faults = FaultSchedule(faults) }

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - now: the time since the start; it never goes back.
    ///   - wholeBelow: how many bytes of a document are made at once: a longer one is answered as
    ///     ``SimulatorResponse/pieces``, unless the simulator keeps a log.
    public mutating func respond(
        to request: SimulatorRequest,
        at now: Duration,
        wholeBelow: Int = .max
    ) -> SimulatorResponse {
        self.now = now
        world.settle(until: now)
        let session = token(of: request).flatMap { world.logons.session(token: $0) }
        if let session { world.logons.touch(session.id, at: now) }
        issuer.session = session?.id
        issuer.isOffered = nil
        issuer.issued = []
        let address = issuer.resolve(request.path) { router.takes($0, request.method, at: $1) }
        let fault = faults.next(method: request.method, path: address?.path ?? request.path)
        var response = Exchange(
            request: request,
            address: address,
            session: session,
            now: now,
            fault: fault,
            configuration: configuration,
            wholeBelow: wholeBelow
        ).response(router: router, world: &world, issuer: &issuer)
        if request.method == .head {
            response.body = []
            response.pieces = nil
        }
        record(request, address, response)
        return response
    }

    /// A copy in which nothing goes wrong: whoever asks it leaves no trace here.
    var unobserved: Simulator {
        var copy = self
        copy.faults = FaultSchedule([])
        return copy
    }

    /// The cookie wins over the header [http_authentication].
    private func token(of request: SimulatorRequest) -> String? {
        let prefix = Simulator.tokenHeader.rawName.lowercased() + "="
        for cookie in (request.headers[.cookie] ?? "").split(separator: ";") {
            let pair = cookie.drop { $0 == " " }
            if pair.lowercased().hasPrefix(prefix) { return String(pair.dropFirst(prefix.count)) }
        }
        return request.headers[Simulator.tokenHeader]
    }

    private mutating func record(_ request: SimulatorRequest, _ address: Address?, _ response: SimulatorResponse) {
        guard configuration.keepsLog else { return }
        let isEntry = address == .entry
        let isAnswered = response.delivery != .closedBeforeRequest && response.delivery != .closedAfterRequest
        let resource = address?.path
        log.entries.append(
            RequestLogEntry(
                method: request.method,
                path: RequestLog.masked(request.path),
                resource: resource.map(RequestLog.masked),
                status: isAnswered ? response.status : nil,
                wasHandedOut: isEntry || log.handedOut(request.path),
                pathWasHandedOut: isEntry || log.handedOutPath(request.path),
                isTrap: address?.isTrap ?? false,
                isWrite: ![.get, .head, .options].contains(request.method) && !(address?.isAboutLogon ?? false)
            )
        )
        if isAnswered { for path in issuer.issued { log.handOut(path) } }
    }
}
