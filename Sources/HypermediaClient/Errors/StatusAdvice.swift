// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// Turns an error status into an error with the server's words and what to do.
enum StatusAdvice {
    /// The longest part of a server's message that is quoted.
    private static let longestQuote = 500

    /// Words of a server as they may stand in a sentence: one line, no control characters, not endless; nil if empty.
    static func quotable(_ said: String) -> String? {
        let words = said.split {
            $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        let line = words.joined(separator: " ")
        guard line.count > longestQuote else { return line.isEmpty ? nil : line }
        return line.prefix(longestQuote) + "…"
    }

    /// The error that a status stands for.
    ///
    /// Whether a write had its effect: 502 and 504 come from a gateway that lost the server, so nobody knows. The
    /// others say that it had none. For 500 that is a choice: Enterprise Manager answers 500 to bodies that it cannot
    /// use (http_response_codes, and as seen in real answers), so that it means a refusal far more often than an
    /// accident in the middle of the work.
    static func error(
        status: Int,
        said: String?,
        retryAfter: Int?,
        request: ClientError.Request,
        of exchange: Exchange
    ) -> ClientError {
        let words = said.map { ": \($0.last == "." ? String($0.dropLast()) : $0)" } ?? ""
        let isLost = exchange.isWrite && (status == 502 || status == 504)
        let advice = advice(status: status, words: words, exchange: exchange)
        var hints = [advice.hint]
        if isLost {
            hints = ["The \(exchange.verb) may have had its effect; look before you send it again."]
        } else if let retryAfter {
            hints.append("Try again in \(retryAfter) s.")
        } else if status == 503 || status == 429 {
            hints.append("Try again in a while.")
        }
        let hint = hints.compactMap(\.self).joined(separator: " ")
        return ClientError(
            advice.code,
            advice.message,
            hint: hint.isEmpty ? nil : hint,
            request: request,
            status: status,
            retryAfter: retryAfter,
            effectUnknown: isLost
        )
    }

    private static func advice(
        status: Int,
        words: String,
        exchange: Exchange
    ) -> (code: ErrorCode, message: String, hint: String?) {
        switch (status, exchange.authorization) {
        case (401, .credentials):
            (
                .logonRefused, "The logon was refused\(words).",
                "Check the user name (DOMAIN\\user or user@domain) and the password; it was tried once only."
            )
        case (401, .session):
            (
                .unauthorized, "The server does not accept the session\(words).",
                exchange.wasRepeated ? "It was renewed once without success." : nil
            )
        case (401, .none):
            (
                .unauthorized, "The server wants a logon before it shows its entry point\(words).",
                "Is this the entry point of the API, or is a proxy in between?"
            )
        case (403, .credentials):
            (.forbidden, "The account may not log on here\(words).", "Ask for a role that may.")
        case (403, _):
            (
                .forbidden, "The account may not do this\(words).",
                "A link that is offered is no proof of permission; ask for a role that may."
            )
        case (404, .session):
            (
                .httpError, "The server does not know this any more (404)\(words).",
                "What the link led to is gone, or the session it belongs to has ended."
            )
        case (404, .none):
            (
                .httpError, "There is nothing at the entry point (404)\(words).",
                "Check its path: the entry point is where the API begins, not a page below or above it."
            )
        case (503, _): (.httpError, "The server is busy (503)\(words).", nil)
        default: (.httpError, "The server answered with status \(status)\(words).", nil)
        }
    }
}
