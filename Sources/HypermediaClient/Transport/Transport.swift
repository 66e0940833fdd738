// SPDX-License-Identifier: Apache-2.0

/// Carries one request to a server and brings the answer back; it decides nothing.
///
/// What may be requested is decided by ``HypermediaClient`` before a transport is called. A transport follows no
/// redirect, repeats nothing, stores no cookie and adds no header of its own but what HTTP demands.
///
/// ```swift
/// struct Canned: Transport {
///     func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
///         TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(bytes: Array("<a/>".utf8)))
///     }
/// }
/// ```
public protocol Transport: Sendable {
    /// Sends a request and returns as soon as the head of the answer is there.
    ///
    /// - Parameter request: the request, complete with its headers.
    /// - Returns: the head, and the body as it arrives.
    /// - Throws: ``TransportFailure`` if no answer came. `requestMayHaveBeenSent` tells whether a write can have
    ///   had its effect.
    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse
}
