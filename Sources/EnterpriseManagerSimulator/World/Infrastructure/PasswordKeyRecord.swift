// SPDX-License-Identifier: Apache-2.0

/// A password for encryption: its hint only, since no answer has the password [backupservers_id_passwords].
struct PasswordKeyRecord: ServerSecretRecord {
    let id: GUID
    let server: GUID
    var hint: String
    var modified: Duration
}
