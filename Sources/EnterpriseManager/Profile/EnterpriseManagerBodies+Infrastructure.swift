// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension EnterpriseManagerBodies {
    /// Backup servers, and what they keep and do.
    static let infrastructure: [BodyRule] = [
        // The only Create link of the session, untyped: logging_on.
        BodyRule(rel: "Create", owner: "LogonSession", root: "BackupServerSpec", source: "post_backupservers"),
        BodyRule(rel: "Edit", type: "BackupServerReference", root: "BackupServerSpec", source: "put_backupservers_id"),
        // Untyped; told apart by hints.
        BodyRule(
            rel: "Create",
            type: "Credentials",
            owner: "BackupServer",
            root: "CredentialsInfoSpec",
            source: "post_backupservers_id_creds"
        ),
        BodyRule(
            rel: "Create",
            type: "PasswordKey",
            owner: "BackupServer",
            root: "PasswordKeyInfoSpec",
            source: "post_backupservers_id_passwords"
        ),
        edit("CredentialsInfo", type: "Credentials", source: "put_backupservers_id_creds_id"),
        BodyRule(
            rel: "Edit",
            type: "PasswordKey",
            root: "PasswordKeyInfoSpec",
            source: "put_backupservers_id_passwords_id"
        ),
        BodyRule(rel: "QuickBackup", root: "QuickBackupStartupSpec", source: "post_backupservers_id_quickbackup"),
        BodyRule(rel: "VeeamZip", root: "VeeamZipStartupSpec", source: "post_backupservers_id_zip"),
    ]
}
