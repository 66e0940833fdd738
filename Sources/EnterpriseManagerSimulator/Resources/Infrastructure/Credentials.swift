// SPDX-License-Identifier: Apache-2.0

/// `CredentialsInfo`: the accounts that a backup server uses; links call them `Credentials`
/// [backupservers_id_credentials].
enum Credentials: ServerSecrets {
    static let type = "Credentials"
    static let segment = "credentials"
    static let queryType = "Credentials"
    static let noun = "credentials"
    static var table: WritableKeyPath<World, Table<CredentialsRecord>> { \.infrastructure.credentials }

    private static let members = ["Username", "Description", "Password"]

    static func made(by call: Call, on server: GUID, in world: inout World) throws(Refusal) -> CredentialsRecord {
        let document = try call.document()
        try document.check(call.format, root: "CredentialsInfoSpec", orders: [members], required: [])
        return CredentialsRecord(
            id: world.generator.guid(),
            server: server,
            user: document["Username"]?.text ?? "",
            description: document["Description"]?.text ?? ""
        )
    }

    /// The body is the resource itself, as it was read or with the members that change.
    static func changed(_ record: CredentialsRecord, by call: Call) throws(Refusal) -> CredentialsRecord {
        let document = try call.document()
        let known = ["Links", "Id"] + members + (call.format == .json ? ["Href", "Type"] : [])
        try document.check(call.format, root: "CredentialsInfo", orders: [known], required: [])
        var record = record
        record.user = document["Username"]?.text ?? record.user
        record.description = document["Description"]?.text ?? record.description
        return record
    }

    /// The password is always empty [representation_non_key].
    static func content(of record: CredentialsRecord, _ world: World) -> [Content] {
        [.text("Username", record.user), .text("Description", record.description), .text("Password", "")]
    }
}
