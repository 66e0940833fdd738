// SPDX-License-Identifier: Apache-2.0

/// Workflows with links that differ by nothing but their href, so that opaque hrefs leave nothing to tell them apart:
/// there they end as ambiguous, and nothing is sent.
enum AmbiguousWorkflows {
    /// Their names, in order.
    static let names = [
        "browse-guest-files",
        "create-credentials",
        "create-gateway",
        "create-gateway-pool",
        "create-hardware-plan",
        "create-password-key",
        "create-public-addresses",
        "create-tenant",
        "download-guest-file",
        "restore-guest-file",
    ]
}
