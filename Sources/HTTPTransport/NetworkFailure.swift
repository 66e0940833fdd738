// SPDX-License-Identifier: Apache-2.0

#if Network
internal import AsyncHTTPClient
internal import HypermediaClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What an error of the network libraries means to us.
///
/// Their own descriptions are not passed on, because some of them hold header values.
enum NetworkFailure: Error, Equatable {
    case cancelled(sent: Bool)
    case timeout(sent: Bool)
    case unknownHost
    case refused
    case unreachable
    case closed(sent: Bool)
    case untrusted(UntrustedReason)
    case notTheGiven(shown: [UInt8]?)
    case pinMismatch(shown: [UInt8]?)
    case handshake(String)
    case notHTTP
    case concurrentRead
    case other(String, sent: Bool)

    enum UntrustedReason: Equatable {
        case chain, name
    }

    /// Reads an error.
    ///
    /// - Parameters:
    ///   - error: what was thrown.
    ///   - gateOpened: whether any connection stood that the request can have been written to.
    init(_ error: any Error, gateOpened: Bool) {
        switch error {
        case let failure as NetworkFailure: self = failure
        case is CancellationError: self = .cancelled(sent: gateOpened)
        case let refusal as ConnectionGate.Refusal:
            self = refusal.isPinned ? .pinMismatch(shown: refusal.shown) : .notTheGiven(shown: refusal.shown)
        case let error as HTTPClientError: self.init(client: error, sent: gateOpened)
        case let error as NIOSSLError: self.init(tls: error, sent: gateOpened)
        case let error as NIOSSLExtraError: self.init(extra: error)
        case let error as NIOConnectionError: self.init(connecting: error)
        case let error as IOError: self.init(errno: error.errnoCode, sent: gateOpened)
        case is SocketAddressError: self = .unknownHost
        case ChannelError.connectTimeout: self = .timeout(sent: false)
        case is ChannelError: self = .closed(sent: gateOpened)
        case HTTPParserError.invalidEOFState: self = .closed(sent: gateOpened)
        case is HTTPParserError: self = .notHTTP
        default: self = .other("\(type(of: error))", sent: gateOpened)
        }
    }

    private init(client error: HTTPClientError, sent: Bool) {
        switch error {
        case .cancelled, .requestStreamCancelled: self = .cancelled(sent: sent)
        case .deadlineExceeded, .readTimeout, .writeTimeout: self = .timeout(sent: sent)
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: self = .timeout(sent: false)
        case .remoteConnectionClosed, .uncleanShutdown: self = .closed(sent: sent)
        case .invalidURL, .emptyHost, .emptyScheme, .alreadyShutdown:
            self = .other(error.shortDescription, sent: false)
        default: self = .other(error.shortDescription, sent: sent)
        }
    }

    private init(tls error: NIOSSLError, sent: Bool) {
        switch error {
        case .handshakeFailed(let cause):
            // The library tells its reasons apart by words only.
            let words = "\(cause)"
            if words.contains("CERTIFICATE_VERIFY_FAILED") {
                self = .untrusted(.chain)
            } else if words.contains("WRONG_VERSION_NUMBER") || words.contains("HTTP_REQUEST") {
                self = .handshake("no TLS is spoken there")
            } else if words.contains("PROTOCOL_VERSION") || words.contains("UNSUPPORTED_PROTOCOL") {
                self = .handshake("the server speaks no TLS 1.2 or later")
            } else {
                self = .handshake("the handshake was broken off")
            }
        case .unableToValidateCertificate, .noCertificateToValidate: self = .untrusted(.chain)
        case .uncleanShutdown, .readInInvalidTLSState, .writeDuringTLSShutdown: self = .closed(sent: sent)
        default: self = .handshake("the TLS library refused")
        }
    }

    private init(extra error: NIOSSLExtraError) {
        switch error {
        case .failedToValidateHostname, .serverHostnameImpossibleToMatch: self = .untrusted(.name)
        default: self = .handshake("the host's name cannot be used with TLS")
        }
    }

    private init(connecting error: NIOConnectionError) {
        guard let first = error.connectionErrors.first else {
            self = .unknownHost
            return
        }
        switch first.error {
        case let cause as IOError: self.init(errno: cause.errnoCode, sent: false)
        case ChannelError.connectTimeout: self = .timeout(sent: false)
        default: self = .unreachable
        }
    }

    private init(errno code: CInt, sent: Bool) {
        switch code {
        case ECONNREFUSED: self = .refused
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL: self = .unreachable
        case ETIMEDOUT: self = .timeout(sent: sent)
        case ECONNRESET, EPIPE, ENOTCONN, ECONNABORTED: self = .closed(sent: sent)
        default: self = .other("system error \(code)", sent: sent)
        }
    }
}
#endif
