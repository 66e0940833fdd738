// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HypermediaClient

/// The curl command that sends the same request, with three stars for each secret.
///
/// curl asks for the password itself where only a user is named, so the line of a logon works as it stands.
struct CurlLine {
    private let request: ShownRequest
    private let cacert: String?
    private let isInsecure: Bool

    init(_ request: ShownRequest, cacert: String? = nil, isInsecure: Bool = false) {
        self.request = request
        self.cacert = cacert
        self.isInsecure = isInsecure
    }

    var text: String {
        var words = ["curl"]
        if request.verb != "GET" { words += ["-X", request.verb] }
        if let cacert { words += ["--cacert", ShellWord.quote(cacert)] }
        if isInsecure { words.append("--insecure") }
        if let user = request.user { words += ["--user", ShellWord.quote(CurlLine.starred(user))] }
        for header in request.headers {
            words += ["-H", CurlLine.quoted("\(header.name): \(CurlLine.starred(header.value))")]
        }
        if let body = request.body { words += ["--data-raw", CurlLine.quoted(CurlLine.starred(body))] }
        // A target that is a secret as a whole begins with no slash.
        let target = (request.target.hasPrefix("/") ? "" : "/") + CurlLine.starred(request.target)
        words.append(CurlLine.quoted(request.origin + target))
        return words.joined(separator: " ")
    }

    private static func starred(_ text: String) -> String { text.replacing(ShownRequest.mask, with: "***") }

    /// Always in quotes: headers, bodies and URLs are read more easily so.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
#endif
