// SPDX-License-Identifier: Apache-2.0

/// The status of the answer to a request for a task that is gone.
public enum UnknownTaskStatus: Int, Hashable, Sendable, CaseIterable {
    /// 500, as a live server did (seen in a public client).
    case internalServerError = 500
    /// 404, as the table of status codes has it [http_response_codes].
    case notFound = 404
}
