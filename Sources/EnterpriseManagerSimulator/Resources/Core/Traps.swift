// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// Where decoy links lead; whoever follows one finds nothing, and the log says so.
enum Traps: ResourceFamily {
    static let audience = Audience.session
    /// The first segment of every trap.
    static let path = "trap"

    static func register(in router: inout Router) {
        for method in [HTTPRequest.Method.get, .post, .put, .delete] {
            router.on(method, path + "/*") { (_, _) throws(Refusal) in throw Refusal.nothingThere }
        }
    }
}
