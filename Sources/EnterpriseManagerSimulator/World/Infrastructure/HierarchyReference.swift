// SPDX-License-Identifier: Apache-2.0

/// The parts of `urn:PLATFORM:TYPE:ROOT.OBJECT`, which names an object of a virtual infrastructure
/// [constructing_hierarchyobjreftype].
struct HierarchyReference: Hashable, Sendable {
    let platform: String
    let type: String
    /// The hierarchy root that the object belongs to.
    let root: GUID
    let object: String

    init(platform: String, type: String, root: GUID, object: String) {
        self.platform = platform
        self.type = type
        self.root = root
        self.object = object
    }

    /// A reference in its usual spelling; nil for anything else and for platforms that restore scopes do not know.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0].lowercased() == "urn", !parts[2].isEmpty,
            let platform = HierarchyReference.platforms.first(where: { $0.lowercased() == parts[1].lowercased() }),
            let dot = parts[3].firstIndex(of: "."), let root = GUID(parts[3][..<dot])
        else { return nil }
        self.init(
            platform: platform,
            type: String(parts[2]),
            root: root,
            object: String(parts[3][parts[3].index(after: dot)...])
        )
    }

    /// As scopes spell them [get_security_accounts_id_scopes_id], and that of file shares [post_security_accounts].
    private static let platforms = ["VMware", "Hyperv", "vCloud", "NasBackup"]
}
