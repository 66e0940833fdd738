// SPDX-License-Identifier: Apache-2.0

/// One request as a route gets it.
struct Call: Sendable {
    /// The values of the placeholders in the route's pattern.
    let parameters: [String]
    let query: Query
    let format: Format
    let now: Duration
    /// The logon session; routes that need none get a made-up one that they do not read.
    let session: GUID
    /// The roles of the account that logged on; none for routes that need no session.
    let roles: RoleSet
    /// The API version that the session was opened with.
    let version: APIVersion
    let body: [UInt8]
    /// What goes wrong with the task that this request starts.
    let taskFault: FaultEffect?
    /// `Authorization`, for the logon only.
    let authorization: String?

    /// The id at a placeholder: a GUID, or the whole UID of such a resource, which a public client puts there (seen in
    /// a phone app that starts jobs; the guide shows GUIDs only).
    func id(_ index: Int = 0, type: String) throws(Refusal) -> GUID {
        let text = index < parameters.count ? parameters[index] : ""
        if let id = GUID(text) { return id }
        guard let uid = UID(text), uid.resource.lowercased() == type.lowercased() else {
            throw Refusal.invalidID(text, type: type)
        }
        return uid.id
    }

    /// The request body, read in the format that the `Accept` header demands.
    func document() throws(Refusal) -> BodyNode { try BodyNode.read(body, format: format) }
}
