// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension Simulator {
    /// Looks at a resource without being noticed: a copy is asked, so that neither log nor world nor time change, and
    /// no fault is met.
    ///
    /// A test sees by it what its client did:
    ///
    /// ```swift
    /// let job = try simulator.look([
    ///     LinkStep("Down", "JobReferenceList"), LinkStep("Alternate", "Job", ofItem: "Nightly"),
    /// ])
    /// try job.expect("ScheduleEnabled", "false")
    /// ```
    ///
    /// - Parameters:
    ///   - steps: the way, from the hub that a logon with the account of the configuration answers.
    ///   - time: when, since the start; nil for the time of the last request.
    /// - Throws: `link` or `item` where the way ends.
    public func look(_ steps: [LinkStep], at time: Duration? = nil) throws(FailedExpectation) -> ServedPage {
        var copy = unobserved
        let time = max(time ?? now, now)
        let root = try copy.page(.get, Simulator.entryPath, [:], at: time)
        let credentials = Base64.encode("\(configuration.user):\(configuration.password)".utf8)
        let logon = copy.respond(
            to: SimulatorRequest(
                .post,
                Simulator.path(of: try root.expectLink("Create", "LogonSession").href),
                headers: [.authorization: "Basic " + credentials, .accept: "application/xml"]
            ),
            at: time
        )
        var page = try ServedPage(logon)
        // A logon may be answered with a list of one session.
        if let session = page.items.first, page["SessionId"] == nil { page = session }
        let token: HTTPFields = [Simulator.tokenHeader: logon.headers[Simulator.tokenHeader] ?? ""]
        for step in steps {
            let owner = if let item = step.item { try page.expectItem(named: item) } else { page }
            let link = try owner.expectLink(step.rel, step.type)
            page = try copy.page(.get, Simulator.path(of: link.href), token, at: time)
        }
        return page
    }

    private mutating func page(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields,
        at time: Duration
    ) throws(FailedExpectation) -> ServedPage {
        var headers = headers
        headers[.accept] = "application/xml"
        return try ServedPage(respond(to: SimulatorRequest(method, path, headers: headers), at: time))
    }

    private static func path(of href: String) -> String {
        guard let scheme = href.firstRange(of: "://") else { return href }
        return String(href[scheme.upperBound...].drop { $0 != "/" })
    }
}
