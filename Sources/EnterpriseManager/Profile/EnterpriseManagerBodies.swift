// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// What bodies links take: every link of API 1.7 that takes one is here, so one that is not takes none.
///
/// Sources are pages of the vendor's guide.
enum EnterpriseManagerBodies {
    static let all: [BodyRule] =
        logon + jobs + infrastructure + restore + replicas + security + cloud + tenants
        + selfService

    /// A link that takes the resource that offers it, changed: `Edit` of type `…Reference`.
    static func edit(_ element: String, type: LinkType? = nil, source: String) -> BodyRule {
        BodyRule(
            rel: "Edit",
            type: type ?? LinkType(element + "Reference"),
            root: element,
            takesOwner: true,
            source: source
        )
    }

    /// With user name and password in a header, there is no body.
    private static let logon = [
        BodyRule(
            rel: "Create",
            type: "LogonSession",
            root: "LoginSpec",
            isOptional: true,
            note: "Users log on without a body, by HTTP authentication; tenants of Cloud Connect with this one.",
            source: "cloud_connect_tenant_credentials"
        )
    ]
}
