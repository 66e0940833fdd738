// SPDX-License-Identifier: Apache-2.0

extension SimulatorRole {
    /// The id of the role, the same on every server (seen in the examples of several)
    /// [get_security_roles].
    var id: GUID {
        switch self {
        case .portalUser: GUID(high: 0xd19a_3d33_cb77_4ffe, low: 0x94e6_0014_3248_3a4e)
        case .sqlRestoreOperator: GUID(high: 0xf78a_92b8_9f06_4f1e, low: 0xb522_4f09_27ca_bd0f)
        case .oracleRestoreOperator: GUID(high: 0xe9d9_0e66_b6d4_49dc, low: 0x8986_73cf_3348_9623)
        case .fileRestoreOperator: GUID(high: 0xf84a_8b62_49b8_4d0c, low: 0xb25b_9232_1b52_bab6)
        case .exchangeRestoreOperator: GUID(high: 0xf83e_4c81_0815_452f, low: 0x9377_9d57_3dd9_d481)
        case .portalAdministrator: GUID(high: 0x5f37_a46b_9ce2_40f4, low: 0x8a62_b45b_0792_57fc)
        case .vmRestoreOperator: GUID(high: 0xc11c_0c38_ba8b_49c7, low: 0xbf70_fc20_58ff_f1e2)
        }
    }

    var uid: UID { UID("EnterpriseRole", id) }

    /// The role of an id, or nil.
    init?(id: GUID) {
        guard let role = SimulatorRole.allCases.first(where: { $0.id == id }) else { return nil }
        self = role
    }
}
