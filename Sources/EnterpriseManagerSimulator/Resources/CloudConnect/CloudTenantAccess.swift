// SPDX-License-Identifier: Apache-2.0

/// What a tenant that logged on may see: its hub, its tasks, and of Cloud Connect its failover plans, replicas and
/// replica points [cloud_connect_tenant_credentials]; also the sessions of its plans, to which tasks link.
enum CloudTenantAccess {
    private static let shared: Set<String> = ["", "sessionmngr", "logonsessions", "tasks"]
    private static let ofCloud: Set<String> = [
        "", "cloudfailoverplans", "replicas", "vmreplicapoints", "failoversessions",
    ]

    static func permits(_ address: Address) -> Bool {
        let segments = address.tail.prefix { $0 != "?" }.split(separator: "/").map { $0.lowercased() }
        let first = segments.first ?? ""
        return shared.contains(first) || address.isTrap
            || first == "cloud" && ofCloud.contains(segments.dropFirst().first ?? "")
    }

    /// 403 for all else (inferred).
    static let refusal = Refusal(403, "Access denied: a tenant sees its own failover plans and replicas only")
}

extension Element {
    /// The same without the links that a tenant can not follow.
    var forTenant: Element {
        var element = self
        element.links = links?.filter { CloudTenantAccess.permits($0.address) }
        element.content = content.map { content in
            switch content {
            case .element(let child, let jsonName): .element(child.forTenant, jsonName: jsonName)
            case .items(let name, let items): .items(of: name, items.map(\.forTenant))
            default: content
            }
        }
        return element
    }
}

extension World {
    /// The tenant whose session a request belongs to; nil for accounts of Enterprise Manager.
    func tenant(of call: Call) -> GUID? { logons.sessions[call.session]?.tenant }
}
