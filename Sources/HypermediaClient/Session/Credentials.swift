// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
public import Hypermedia

/// A user name and a password; printing it shows neither the password nor what is made of it.
public struct Credentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Who logs on.
    public let user: String
    /// The organization that the user belongs to, where logging on asks for one.
    public let organization: String?
    let password: String
    /// How they are written into the body of the logon; nil where they go into a header.
    let form: LogonForm?

    /// Credentials that travel in the header `Authorization`.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
        organization = nil
        form = nil
    }

    /// Credentials that travel in the body of the logon.
    ///
    /// - Parameters:
    ///   - user: who logs on.
    ///   - organization: the organization that the user belongs to, if the form asks for one.
    ///   - password: the password.
    ///   - form: how they are written.
    public init(user: String, organization: String? = nil, password: String, form: LogonForm) {
        self.user = user
        self.organization = organization
        self.password = password
        self.form = form
    }

    /// The value of an `Authorization` header (RFC 7617, UTF-8); nil if they travel in the body.
    var basicAuthorization: String? { form == nil ? "Basic \(basicValue)" : nil }

    /// What is made of user and password; as secret as they are.
    var basicValue: String { Data("\(user):\(password)".utf8).base64EncodedString() }

    /// The body of the logon; nil if they travel in a header.
    var body: Body? {
        guard let form else { return nil }
        var fields: [BodyField] = []
        if let name = form.organization { fields.append(BodyField(name, .string(organization ?? ""))) }
        fields.append(BodyField(form.user, .string(user)))
        fields.append(BodyField(form.password, .string(password)))
        return Body(root: form.root, fields: [BodyField(form.group, .fields(fields))])
    }

    /// The user, the password masked.
    public var description: String { "\(organization.map { "\($0)/" } ?? "")\(user):•••" }
    /// The user, the password masked.
    public var debugDescription: String { description }
    /// The user alone.
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
