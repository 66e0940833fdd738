// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

extension ErrorCode {
    /// An href that this connection did not hand out.
    public static let hrefNotIssued = ErrorCode("href-not-issued")
    /// An href of another origin.
    public static let foreignOrigin = ErrorCode("foreign-origin")
    /// An href that would leave https for http.
    public static let downgrade = ErrorCode("https-to-http")
    /// The user name or password was refused.
    public static let logonRefused = ErrorCode("logon-refused")
    /// The logon was answered in a way that gives no session to work with.
    public static let logonUnusable = ErrorCode("logon-unusable")
    /// The API version asked for is not offered.
    public static let versionMissing = ErrorCode("api-version-missing")
    /// The session is not valid, and renewing it did not help.
    public static let unauthorized = ErrorCode("unauthorized")
    /// The account may not do this, although the link was offered.
    public static let forbidden = ErrorCode("forbidden")
    /// The server answered with another error.
    public static let httpError = ErrorCode("http-error")
    /// A redirect in answer to a write, which is not followed.
    public static let redirectOnWrite = ErrorCode("redirect-on-write")
    /// A named limit was passed.
    public static let limitExceeded = ErrorCode("limit-exceeded")
    /// The answer is no representation of this API.
    public static let unusableAnswer = ErrorCode("unusable-answer")
    /// A path goes through a link that is not only read.
    public static let writeInPath = ErrorCode("write-in-path")
    /// No schema describes a body, and unchecked bodies are not to be sent.
    public static let noSchema = ErrorCode("no-schema")
    /// The client was closed.
    public static let closed = ErrorCode("client-closed")
}
