// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// A request that is answered with an error, as EM words it [http_response_codes].
struct Refusal: Error, Sendable {
    let status: Int
    let message: String
    var headers: [(HTTPField.Name, String)] = []

    init(_ status: Int, _ message: String) {
        self.status = status
        self.message = message
    }

    /// The body, which has the same members in both formats (seen in the answers of live servers).
    var document: Element {
        Element(
            "Error",
            attributes: [("Message", .text(message)), ("StatusCode", .number(status))],
            content: [.text("FirstChanceExceptionMessage", message), .absent("StackTrace"), .absent("Status")]
        )
    }

    /// No (living) logon session came with the request.
    static let noSession: Refusal = {
        var refusal = Refusal(401, "Unauthorized: log on first, the session is missing or has ended")
        refusal.headers = [(.wwwAuthenticate, "Basic Realm=RestSvc")]
        return refusal
    }()

    /// The account is unknown or the password is wrong; the sentence is that of a live server.
    static let badCredentials: Refusal = {
        var refusal = Refusal(401, "The user name or password is incorrect")
        refusal.headers = [(.wwwAuthenticate, "Basic Realm=RestSvc")]
        return refusal
    }()

    /// The roles of the account do not allow it [security_roles_concept]; the words are our own.
    static let forbidden = Refusal(403, "Access is denied: the account lacks a role that may do this")

    /// Nothing lies at this path.
    static let nothingThere = Refusal(404, "The requested resource was not found")
    /// The resource is there, but not for this verb.
    static let wrongVerb = Refusal(405, "Method not allowed")

    /// The id of a path is no id; the sentence with its leading blank is that of a live server.
    static func invalidID(_ text: String, type: String) -> Refusal {
        Refusal(400, " ID \(text) is invalid. Type: \(type)")
    }

    /// There is no such object; the sentence is that of a live server.
    static func missing(_ kind: String, _ id: GUID) -> Refusal { Refusal(404, "Cannot find \(kind) [\(id)]") }
}
