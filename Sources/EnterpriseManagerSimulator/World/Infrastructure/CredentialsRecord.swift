// SPDX-License-Identifier: Apache-2.0

/// A record of credentials; its password is never kept, since no answer has it [backupservers_id_credentials].
struct CredentialsRecord: ServerSecretRecord {
    let id: GUID
    let server: GUID
    var user: String
    var description: String
}
