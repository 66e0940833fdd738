// SPDX-License-Identifier: Apache-2.0

/// The body that adds or edits a backup server; the password is read and forgotten
/// [post_backupservers, put_backupservers_id].
struct BackupServerSpec: Sendable {
    let name: String
    private let description: String?
    private let port: Int?
    private let certificatePort: Int?
    private let thumbprint: String?

    init(_ call: Call, isNew: Bool) throws(Refusal) {
        let document = try call.document()
        let tail = ["Password", "WcfPort", "VbrCertificateThumbprint"]
        try document.check(
            call.format,
            root: "BackupServerSpec",
            // The table and the example differ in the order.
            orders: [
                ["Description", "DnsNameOrIpAddress", "Port", "Username"] + tail,
                ["Description", "DnsNameOrIpAddress", "Username", "Port"] + tail,
            ],
            required: isNew
                ? ["Description", "DnsNameOrIpAddress", "Port", "Username", "Password"] : ["DnsNameOrIpAddress"]
        )
        name = document["DnsNameOrIpAddress"]?.text ?? ""
        guard !name.isEmpty else { throw Refusal(400, "DnsNameOrIpAddress is empty") }
        description = document["Description"]?.text
        port = try BackupServerSpec.port("Port", in: document)
        certificatePort = try BackupServerSpec.port("WcfPort", in: document)
        thumbprint = document["VbrCertificateThumbprint"]?.text
        if let thumbprint, thumbprint.count != 40 || !thumbprint.allSatisfy(\.isHexDigit) {
            throw Refusal(400, "VbrCertificateThumbprint is not a thumbprint")
        }
    }

    func apply(to server: inout BackupServerRecord) {
        server.name = name
        server.description = description ?? server.description
        server.port = port ?? server.port
        server.certificatePort = certificatePort ?? server.certificatePort
        server.thumbprint = thumbprint ?? server.thumbprint
    }

    private static func port(_ name: String, in document: BodyNode) throws(Refusal) -> Int? {
        guard let text = document[name]?.text else { return nil }
        guard let port = Int(text), (1...65_535).contains(port) else { throw Refusal(400, "\(name) is not a port") }
        return port
    }
}
