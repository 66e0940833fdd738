// SPDX-License-Identifier: Apache-2.0

/// `VCloudService`: the hub of Cloud Director self-service [get_vcloud].
enum VCloudService: SelfServiceHub {
    typealias Configs = OrganizationConfigs
    static let type = "VCloudService"
    static let path = "vCloud"
}
