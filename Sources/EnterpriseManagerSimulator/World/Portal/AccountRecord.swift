// SPDX-License-Identifier: Apache-2.0

/// A user or group that may use Enterprise Manager [get_security_accounts_id].
struct AccountRecord: TableRecord {
    /// How it may restore files.
    struct FileRestore: Sendable {
        let inPlaceOnly: Bool
        /// Extensions with commas between them; nil for all.
        let extensions: String?
    }

    let id: GUID
    /// `DOMAIN\NAME`.
    let name: String
    /// `User`, `Group` or `ExternalUser`.
    var type = "User"
    var roles: RoleSet
    /// Whether its restore scope is everything.
    var restoresEverything = true
    var files: FileRestore?
    /// Whether databases must not go back to where they were.
    var deniesInPlaceSQL: Bool?
    var scopes: [ScopeRecord] = []

    var uid: UID { UID("EnterpriseAccount", id) }
}
