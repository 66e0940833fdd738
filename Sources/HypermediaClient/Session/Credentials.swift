// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// A user name and a password; printing it shows neither the password nor what is made of it.
public struct Credentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Who logs on.
    public let user: String
    let password: String

    /// Credentials.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// The value of an `Authorization` header (RFC 7617, UTF-8).
    var basicAuthorization: String { "Basic \(basicValue)" }

    /// What is made of user and password; as secret as they are.
    var basicValue: String { Data("\(user):\(password)".utf8).base64EncodedString() }

    /// The user, the password masked.
    public var description: String { "\(user):•••" }
    /// The user, the password masked.
    public var debugDescription: String { description }
    /// The user alone.
    public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
