// SPDX-License-Identifier: Apache-2.0

/// `PasswordKeyInfo`: the passwords with which a backup server encrypts; links call them `PasswordKey`
/// [backupservers_id_passwords].
enum PasswordKeys: ServerSecrets {
    static let type = "PasswordKey"
    static let segment = "passwords"
    static let queryType = "Passwords"
    static let noun = "password"
    static var table: WritableKeyPath<World, Table<PasswordKeyRecord>> { \.infrastructure.passwordKeys }

    static func made(by call: Call, on server: GUID, in world: inout World) throws(Refusal) -> PasswordKeyRecord {
        let document = try spec(call, required: ["Password"])
        return PasswordKeyRecord(
            id: world.generator.guid(),
            server: server,
            hint: document["Hint"]?.text ?? "",
            modified: call.now
        )
    }

    static func changed(_ key: PasswordKeyRecord, by call: Call) throws(Refusal) -> PasswordKeyRecord {
        let document = try spec(call, required: [])
        var key = key
        key.hint = document["Hint"]?.text ?? key.hint
        key.modified = call.now
        return key
    }

    private static func spec(_ call: Call, required: [String]) throws(Refusal) -> BodyNode {
        let document = try call.document()
        try document.check(
            call.format,
            root: "PasswordKeyInfoSpec",
            orders: [["Hint", "Password"]],
            required: required
        )
        return document
    }

    static func content(of key: PasswordKeyRecord, _ world: World) -> [Content] {
        [.text("Hint", key.hint), .text("LastModificationDate", world.timestamp(key.modified).iso)]
    }
}
