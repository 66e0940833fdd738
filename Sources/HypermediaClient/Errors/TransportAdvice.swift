// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What a person can do about a ``TransportFailure``.
enum TransportAdvice {
    static func hint(for failure: TransportFailure, origin: Origin, timeout: Duration) -> String? {
        switch failure.code {
        case .dns: "Check the spelling of the host \(origin.host)."
        case .refused:
            "Check host and port, and that the service runs; Enterprise Manager listens on 9398 unless configured otherwise."
        case .untrusted:
            failure.certificate.map { "If this is the certificate you expect, use --pin \($0.fingerprint)" }
                ?? "Name the CA that signed it with --cacert FILE, or pin the certificate."
        case .pinMismatch: "Nothing was sent. Somebody may be in between, or the certificate was renewed."
        case .timeout: "The limit request-timeout is \(timeout.components.seconds) s; raise it with --timeout SECONDS."
        default: nil
        }
    }
}
