// SPDX-License-Identifier: Apache-2.0

/// The persistent name of a key resource: `urn:veeam:RESOURCE:GUID` [unique_identifiers].
struct UID: Hashable, Sendable, CustomStringConvertible {
    let resource: String
    let id: GUID
    /// What stands in place of the GUID; machines of the catalog go by their names [catalog_vms_vmname].
    private var key: String?

    /// Whether no format has to escape anything in it.
    var isPlain: Bool { key == nil && resource.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } }

    init(_ resource: String, _ id: GUID) {
        self.resource = resource
        self.id = id
    }

    /// The UID of something that has a name but no GUID.
    init(_ resource: String, named name: String) {
        self.init(resource, GUID(high: 0, low: 0))
        key = name
    }

    /// A GUID that stands for itself, as VLAN configurations have it [vlans_id].
    init(bare id: GUID) { self.init("", id) }

    /// A UID in its usual spelling, in any case; nil for anything else.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].lowercased() == "urn", parts[1].lowercased() == "veeam",
            let id = GUID(parts[3])
        else { return nil }
        self.init(String(parts[2]), id)
    }

    var description: String {
        var text: [UInt8] = []
        write(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the usual spelling.
    func write(to output: inout [UInt8]) {
        if !resource.isEmpty {
            output.append(contentsOf: "urn:veeam:".utf8)
            output.append(contentsOf: resource.utf8)
            output.append(UInt8(ascii: ":"))
        }
        if let key, !resource.isEmpty { output.append(contentsOf: key.utf8) } else { id.write(to: &output) }
    }
}
