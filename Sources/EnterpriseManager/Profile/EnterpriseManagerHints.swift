// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

/// How to tell links apart that differ in nothing but their href.
enum EnterpriseManagerHints {
    static let all: [LinkHint] =
        // Two untyped Create links of a backup server (backupservers_id).
        creators(of: "BackupServer", [("Credentials", "CredentialsList"), ("PasswordKey", "PasswordKeyList")])
        // Five untyped Create links of the cloud service (cloud).
        + creators(
            of: "CloudConnectService",
            [
                ("CloudGateway", "CloudGatewayReferenceList"),
                ("CloudTenant", "CloudTenantReferenceList"),
                ("CloudHardwarePlan", "CloudHardwarePlanReferenceList"),
                ("CloudPublicIpAddress", "CloudPublicIpAddressReferenceList"),
                ("CloudGatewayPool", "CloudGatewayPoolReferenceList"),
            ]
        )
        // Three untyped Down links of a directory in a mount differ in their query only
        // (vmrestorepoints_id_mountpoints_id_filepath).
        + [("FileSystemItemsList", "listAll"), ("DirectoryEntryList", "listDirs"), ("FileEntryList", "listFiles")].map {
            LinkHint(owner: "DirectoryEntry", rel: "Down", alias: LinkType($0.0), hrefHint: "action=\($0.1)")
        }

    private static func creators(of owner: String, _ pairs: [(created: String, list: String)]) -> [LinkHint] {
        pairs.map { pair in
            LinkHint(
                owner: owner,
                rel: "Create",
                alias: LinkType(pair.created),
                sameTarget: LinkSelector(rel: "Down", type: LinkType(pair.list))
            )
        }
    }
}
