// SPDX-License-Identifier: Apache-2.0

/// How credentials are written where one logs on by the body of the request instead of a header.
public struct LogonForm: Hashable, Sendable {
    /// The root element of the body.
    public var root: String
    /// The element in it that holds the credentials, one way to log on of several.
    public var group: String
    /// The element for who logs on.
    public var user: String
    /// The element for the password.
    public var password: String
    /// The element for the organization that the user belongs to; nil if there is none.
    public var organization: String?

    /// A form.
    public init(root: String, group: String, user: String, password: String, organization: String? = nil) {
        self.root = root
        self.group = group
        self.user = user
        self.password = password
        self.organization = organization
    }
}
