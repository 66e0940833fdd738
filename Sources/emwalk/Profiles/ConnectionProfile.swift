// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What a person has written down about one Enterprise Manager, so as not to type it each time; never a password.
struct ConnectionProfile: Hashable, Sendable {
    /// How a password is had from a program.
    enum PasswordCommand: Hashable, Sendable {
        /// A program and its arguments, run as they are: no shell comes between.
        case words([String])
        /// A line for `/bin/sh -c`, as git runs its helpers.
        case shell(String)
    }

    /// The entry point.
    var em: String?
    /// Who logs on.
    var user: String?
    /// The tenant of Cloud Connect that logs on instead of a user.
    var tenant: String?
    /// The organization in VMware Cloud Director that the tenant belongs to.
    var organization: String?
    /// What prints the password in its first line.
    var passwordCommand: PasswordCommand?
    /// A file of certificates to trust.
    var cacert: String?
    /// The fingerprint of the only certificate to trust.
    var pin: String?
    /// The format to ask for.
    var accept: FormatArgument?
    /// The API version to log on to.
    var apiVersion: String?
    /// Rules such as `FROM=TO`.
    var hostMap: [String] = []
}
#endif
