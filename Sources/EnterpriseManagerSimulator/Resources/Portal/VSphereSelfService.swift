// SPDX-License-Identifier: Apache-2.0

/// `VSphereSelfService`: the hub of vSphere self-service [get_selfservice_vsphere].
enum VSphereSelfService: SelfServiceHub {
    typealias Configs = SelfServiceConfigs
    static let type = "VSphereSelfService"
    static let path = "selfService/vSphere"
}
