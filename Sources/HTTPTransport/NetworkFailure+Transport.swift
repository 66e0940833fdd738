// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient

extension NetworkFailure {
    /// The failure as callers see it: a stable code and a sentence with the host in it.
    func transportFailure(origin: Origin) -> TransportFailure {
        let place = origin.place
        switch self {
        case .cancelled(let sent):
            return TransportFailure(.cancelled, "The request to \(place) was cancelled.", requestMayHaveBeenSent: sent)
        case .timeout(let sent):
            let what = sent ? "did not answer completely" : "could not be reached"
            return TransportFailure(.timeout, "\(place) \(what) in the time allowed.", requestMayHaveBeenSent: sent)
        case .unknownHost:
            return TransportFailure(
                .dns,
                "No address is known for \(origin.host): check the name, and the resolver of this machine.",
                requestMayHaveBeenSent: false
            )
        case .refused:
            return TransportFailure(
                .refused,
                "Nothing accepts connections at \(place): check the port, and that the service runs.",
                requestMayHaveBeenSent: false
            )
        case .unreachable:
            return TransportFailure(.network, "No route leads to \(place).", requestMayHaveBeenSent: false)
        case .closed(let sent):
            let message = "\(place) closed the connection before its answer was complete."
            return TransportFailure(.closed, message, requestMayHaveBeenSent: sent)
        case .untrusted(.chain):
            let message = """
                The certificate of \(place) is signed by nobody who is trusted here: name its authority, \
                or pin its fingerprint after comparing it with the one on the server.
                """
            return TransportFailure(.untrusted, message, requestMayHaveBeenSent: false)
        case .untrusted(.name):
            let message = """
                The certificate of \(place) does not name \(origin.host): use a name that it holds, \
                or pin its fingerprint after comparing it with the one on the server.
                """
            return TransportFailure(.untrusted, message, requestMayHaveBeenSent: false)
        case .notTheGiven(let shown):
            return TransportFailure(
                .untrusted,
                "\(place) shows another certificate than the one that was given to be trusted; nothing was sent.",
                requestMayHaveBeenSent: false,
                certificate: shown.map { TransportFailure.Certificate(der: $0) }
            )
        case .pinMismatch(let shown):
            return pinMismatch(shown: shown, place: place)
        case .handshake(let reason):
            let message = "TLS with \(place) failed: \(reason)."
            return TransportFailure(.tls, message, requestMayHaveBeenSent: false)
        case .notHTTP:
            let message = "\(place) answered with something that is not HTTP: check scheme and port."
            return TransportFailure(.network, message, requestMayHaveBeenSent: true)
        case .concurrentRead:
            let message = "The body of an answer from \(place) was read by two readers at once."
            return TransportFailure(.network, message, requestMayHaveBeenSent: true)
        case .other(let reason, let sent):
            let message = "The exchange with \(place) failed: \(reason)."
            return TransportFailure(.network, message, requestMayHaveBeenSent: sent)
        }
    }

    private func pinMismatch(shown: [UInt8]?, place: String) -> TransportFailure {
        guard let shown else {
            let message = "A certificate is pinned, but the connection to \(place) has none: use https."
            return TransportFailure(.pinMismatch, message, requestMayHaveBeenSent: false)
        }
        let message = """
            \(place) shows another certificate than the pinned one; nothing was sent. \
            Find out whether it was replaced before pinning the new one.
            """
        return TransportFailure(
            .pinMismatch,
            message,
            requestMayHaveBeenSent: false,
            certificate: TransportFailure.Certificate(der: shown)
        )
    }
}
#endif
