// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension LogonRule {
    /// How one logs on.
    ///
    /// Sources: logging_on, http_authentication. POST to a `Create` link of type `LogonSession`, one of the
    /// root itself for the latest version and one for each `SupportedVersion`. The token comes in a header and is
    /// sent in the same header, without a cookie, which would win over it.
    static let enterpriseManager = LogonRule(
        create: LinkSelector(rel: "Create", type: "LogonSession"),
        versionItem: "SupportedVersion",
        tokenHeader: "X-RestSvcSessionId",
        sessionElement: "LogonSession",
        sessionType: "LogonSession",
        logoff: "Delete",
        idleLimit: .seconds(15 * 60)
    )
}
