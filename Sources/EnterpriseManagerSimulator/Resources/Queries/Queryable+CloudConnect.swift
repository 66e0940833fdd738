// SPDX-License-Identifier: Apache-2.0

extension CloudResources where Self: Queryable {
    /// The provider finds all, a tenant its own.
    static var queries: [QuerySource] {
        [
            QuerySource(type) { call, world in
                let tenant = world.tenant(of: call)
                return world.cloud[keyPath: table].records.lazy.filter { tenant == nil || $0.tenant == tenant }
                    .map { record in
                        QueryRow(reference(record, in: world)) { entity(record, at: call.now, in: world) }
                    }
            }
        ]
    }
}

extension CloudGateways: Queryable {}
extension CloudGatewayPools: Queryable {}
extension CloudTenants: Queryable {}
extension CloudHardwarePlans: Queryable {}
extension CloudPublicAddresses: Queryable {}
extension CloudReplicas: Queryable {}
extension CloudReplicaPoints: Queryable {}
extension CloudFailoverPlans: Queryable {}
extension CloudFailoverSessions: Queryable {}

extension CloudVlans: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource(type) { call, world in
                world.cloud.vlans.records.lazy.map { vlan in
                    QueryRow(reference(vlan, in: world)) { item(vlan, at: call.now, in: world) }
                }
            }
        ]
    }
}

extension CloudSubtenants: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource(type) { call, world in
                let own = world.tenant(of: call)
                return world.cloud.tenants.records.lazy.filter { own == nil || $0.id == own }.flatMap { tenant in
                    parts(of: tenant).map { part in QueryRow { resource(part, of: tenant, in: world) } }
                }
            }
        ]
    }
}
