// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Enable and Disable of CDP policies; a policy offers the one that changes something [get_cdppolicies_id].
enum CdpPolicyActions: ResourceFamily {
    static func register(in router: inout Router) {
        for (action, isEnabled) in [("enable", true), ("disable", false)] {
            router.on(.post, CdpPolicies.path + "/*", action: action) { (call, world) throws(Refusal) in
                let id = try CdpPolicies.record(call, in: world).id
                return world.begin("UpdateCdpPolicy", for: call) { _, _ in
                    .done { world, now in set(id, isEnabled: isEnabled, &world, now) }
                }
            }
        }
    }

    /// The action that a policy offers.
    static func toggle(_ policy: CdpPolicyRecord) -> OfferedLink {
        let action = policy.isEnabled ? "Disable" : "Enable"
        return OfferedLink(action, nil, Address("\(CdpPolicies.path)/\(policy.id)?action=\(action.lowercased())"))
    }

    /// Enables or disables a policy; its session begins or ends with that.
    static func set(_ id: GUID, isEnabled: Bool, _ world: inout World, _ now: Duration) {
        guard let policy = world.agents.policies[id], policy.isEnabled != isEnabled else { return }
        world.agents.policies.update(id) { $0.isEnabled = isEnabled }
        if isEnabled {
            world.agents.beginCdpSession(of: id, at: now)
        } else {
            world.agents.endCdpSession(of: id, at: now)
        }
    }
}
