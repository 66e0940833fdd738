// SPDX-License-Identifier: Apache-2.0

extension RequestLog {
    /// Expects that every URL requested was the entry or had been handed out in an answer before.
    ///
    /// With `opaqueURLs` in the configuration a client has no choice; without, this tells whether it made URLs up.
    ///
    /// - Throws: `made-up-url` with every request that breaks it.
    public func expectOnlyHandedOut() throws(FailedExpectation) {
        try expectNone(madeUp, .madeUpURL, "URLs were requested that nobody had handed out")
    }

    /// Expects so many writes: requests that can change something, logon and logoff not counted.
    ///
    /// - Throws: `writes` with the writes that there were.
    public func expectWrites(_ count: Int) throws(FailedExpectation) {
        guard writes.count != count else { return }
        throw FailedExpectation(
            .writes,
            "\(count) writes were expected; there were \(writes.count):\(RequestLog.lines(writes))"
        )
    }

    /// Expects that no decoy link was followed.
    ///
    /// - Throws: `trap` with the requests.
    public func expectNoTraps() throws(FailedExpectation) {
        try expectNone(trapHits, .trap, "decoy links were followed")
    }

    /// Expects that no answer was a refusal or an error.
    ///
    /// - Throws: `status` with the requests.
    public func expectNoErrors() throws(FailedExpectation) {
        try expectNone(entries.filter { ($0.status ?? 400) >= 400 }, .status, "requests were refused")
    }

    private func expectNone(
        _ entries: [RequestLogEntry],
        _ code: FailedExpectation.Code,
        _ what: String
    ) throws(FailedExpectation) {
        guard !entries.isEmpty else { return }
        throw FailedExpectation(code, "\(what):\(RequestLog.lines(entries))")
    }

    private static func lines(_ entries: [RequestLogEntry]) -> String {
        entries.map { "\n  \($0)" }.joined()
    }
}
