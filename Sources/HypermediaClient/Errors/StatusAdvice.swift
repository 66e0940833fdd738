// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Turns an error status into an error with the server's words and what to do.
enum StatusAdvice {
    static func error(
        status: Int,
        said: String?,
        retryAfter: Int?,
        request: ClientError.Request,
        isLogon: Bool
    ) -> ClientError {
        let words = said.map { ": \($0.last == "." ? String($0.dropLast()) : $0)" } ?? ""
        switch status {
        case 401 where isLogon:
            return ClientError(
                .logonRefused,
                "The logon was refused\(words).",
                hint: "Check the user name (DOMAIN\\user or user@domain) and the password; it was tried once only.",
                request: request,
                status: status
            )
        case 401:
            return ClientError(
                .unauthorized,
                "The server does not accept the session\(words).",
                hint: "It was renewed once without success.",
                request: request,
                status: status
            )
        case 403:
            return ClientError(
                .forbidden,
                "The account may not do this\(words).",
                hint: "A link that is offered is no proof of permission; ask for a role that may.",
                request: request,
                status: status
            )
        case 404:
            return ClientError(
                .httpError,
                "The server does not know this any more (404)\(words).",
                hint: "What the link led to is gone, or the session it belongs to has ended.",
                request: request,
                status: status
            )
        case 503:
            let wait = retryAfter.map { "Try again in \($0) s." } ?? "Try again in a while."
            return ClientError(
                .httpError,
                "The server is busy (503)\(words).",
                hint: wait,
                request: request,
                status: status,
                retryAfter: retryAfter
            )
        default:
            return ClientError(
                .httpError,
                "The server answered with status \(status)\(words).",
                request: request,
                status: status,
                retryAfter: retryAfter
            )
        }
    }
}
