// SPDX-License-Identifier: Apache-2.0

/// `NetworkAppliance` of compute resources, read and written [get_tenants_id_computeresources_id].
enum CloudApplianceDocument {
    static func content(_ appliance: CloudNetworkAppliance) -> Content {
        let manual = appliance.address.map { address in
            [
                Content.text("IpAddress", address.address.description),
                .text("SubnetMask", address.mask.description),
                .text("DefaultGateway", address.gateway.description),
            ]
        }
        return .group(
            "NetworkAppliance",
            [
                .text("Name", appliance.name),
                .text("ProductionNetwork", appliance.network),
                .value("ObtainIPAddressAutomatically", .boolean(appliance.address == nil)),
                manual.map { .group("ManualIpAddressSettingsInfoType", $0) }
                    ?? .absent("ManualIpAddressSettingsInfoType"),
                .text("ViDistributedSwitchUuid", appliance.switchID),
                .value("ProductionNetworkUnderDvs", .boolean(appliance.isUnderDistributedSwitch)),
            ]
        )
    }

    /// The appliance in a body; nil if there is none.
    static func appliance(in body: CloudBody) throws(Refusal) -> CloudNetworkAppliance? {
        guard let part = body.part("NetworkAppliance") else { return nil }
        var appliance = CloudNetworkAppliance(
            name: try part.needed("Name"),
            network: try part.needed("ProductionNetwork")
        )
        if try part.flag("ObtainIPAddressAutomatically") == false {
            guard let manual = part.part("ManualIpAddressSettingsInfoType"),
                let address = try manual.address("IpAddress"), let mask = try manual.address("SubnetMask"),
                let gateway = try manual.address("DefaultGateway")
            else { throw Refusal(400, "ManualIpAddressSettingsInfoType needs IpAddress, SubnetMask, DefaultGateway") }
            appliance.address = (address, mask, gateway)
        }
        appliance.switchID = part.text("ViDistributedSwitchUuid") ?? ""
        appliance.isUnderDistributedSwitch = try part.flag("ProductionNetworkUnderDvs") ?? false
        return appliance
    }
}
