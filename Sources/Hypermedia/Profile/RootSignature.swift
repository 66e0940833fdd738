// SPDX-License-Identifier: Apache-2.0

/// How to recognise what a JSON document is about where it does not say: by members that only this root has.
public struct RootSignature: Hashable, Sendable {
    /// The members that must all be there, null or not; compared without ASCII case.
    public var members: [String]
    /// The name of the root.
    public var root: String

    /// A signature.
    public init(members: [String], root: String) {
        self.members = members
        self.root = root
    }
}
