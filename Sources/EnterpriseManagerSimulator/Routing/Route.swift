// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// What is answered at one path for one verb.
struct Route: Sendable {
    typealias Handler = @Sendable (Call, inout World) throws(Refusal) -> Answer

    let method: HTTPRequest.Method
    /// Lower-cased segments; `*` stands for any, `**` at the end for one or more.
    let pattern: [String]
    /// The value of `?action=` that the route answers, lower-cased; nil for none.
    let action: String?
    /// Whether it needs no logon session.
    let isOpen: Bool
    /// Whose session it may be.
    let audience: RoleSet
    /// The parameters, lower-cased, that the guide lets clients add to a handed-out href or replace in it.
    let options: Set<String>
    let handler: Handler
}
