// SPDX-License-Identifier: Apache-2.0

/// Where files of a mount go [post_vmrestorepoints_id_mountpoints_id_filepath_actionrestore].
enum FileRestoreSpec {
    case original
    case download

    /// The choice in the body of a request.
    static func read(_ call: Call) throws(Refusal) -> FileRestoreSpec {
        let document = try call.document()
        if call.format == .xml, document.name != "FileRestoreSpec" {
            throw Refusal(400, "Element FileRestoreSpec is expected, not \(document.name)")
        }
        if document.children.count == 1, document["ForDirectDownload"] != nil { return .download }
        guard document.children.count == 1, let original = document["ToOriginalLocation"] else {
            throw Refusal(400, "FileRestoreSpec holds either ToOriginalLocation or ForDirectDownload")
        }
        try original.check(
            call.format,
            root: original.name,
            orders: [["Overwrite", "PermissionsOnly", "GuestCredentials"]],
            required: []
        )
        for name in ["Overwrite", "PermissionsOnly"] {
            let text = original.attributes[name] ?? original[name]?.text
            guard let text else { continue }
            guard ["true", "false", "1", "0"].contains(text.lowercased()) else {
                throw Refusal(400, "\(name) is no Boolean")
            }
        }
        if let credentials = original["GuestCredentials"] {
            guard credentials["UserName"] != nil, credentials["Password"] != nil else {
                throw Refusal(400, "GuestCredentials hold Username and Password")
            }
        }
        return .original
    }
}
