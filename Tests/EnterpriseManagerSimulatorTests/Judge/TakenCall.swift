// SPDX-License-Identifier: Apache-2.0

@testable import EnterpriseManagerSimulator

/// A write that was answered as documented in XML, with the world before it.
struct TakenCall {
    let method: DocumentedMethod
    let path: String
    let body: TrialBody.Text
    var client: Client
    let status: Int
    /// The root of the answer; nil for an empty one.
    let root: String?
    /// Whether its task worked; nil if there was none.
    let taskWorked: Bool?
}
