// SPDX-License-Identifier: Apache-2.0

#if Network
public import HypermediaClient
internal import NIOCore
internal import NIOPosix

/// Looks at what lies before HTTP, one floor at a time: the name, the port, the certificate.
///
/// It sends no request.
public struct NetworkProbe: Sendable {
    private let origin: Origin
    private let limit: TimeAmount

    /// A probe of one server.
    ///
    /// - Parameters:
    ///   - scheme: `https` or `http`.
    ///   - host: a name or an address, one of IPv6 in brackets or without.
    ///   - port: the port.
    ///   - limit: how long each look may take.
    public init(scheme: String, host: String, port: Int, limit: Duration = .seconds(10)) {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        origin = Origin(scheme: scheme, host: bare, port: port)
        self.limit = TimeAmount(limit)
    }

    /// An address that the host has.
    ///
    /// - Throws: `TransportFailure` with code `dns` if none is known.
    public func address() async throws(TransportFailure) -> String {
        let origin = origin
        do {
            // The resolver of the system blocks whoever asks.
            let address = try await NIOThreadPool.singleton.runIfActive {
                try SocketAddress.makeAddressResolvingHost(origin.host, port: origin.port)
            }
            return address.ipAddress ?? "\(address)"
        } catch {
            throw NetworkFailure.unknownHost.transportFailure(origin: origin)
        }
    }

    /// Opens a connection and closes it.
    ///
    /// - Throws: `TransportFailure` if nothing accepts it in time.
    public func connect() async throws(TransportFailure) {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(limit)
                .connect(host: origin.host, port: origin.port).get()
            try? await channel.close()
        } catch {
            throw NetworkFailure(error, gateOpened: false).transportFailure(origin: origin)
        }
    }

    /// The certificate that the server shows; nil if it shows none.
    public func certificate() async -> TransportFailure.Certificate? {
        let probe = CertificateProbe(host: origin.host, port: origin.port, limit: limit)
        return await probe.leaf(group: MultiThreadedEventLoopGroup.singleton).map {
            TransportFailure.Certificate(der: $0)
        }
    }
}
#endif
