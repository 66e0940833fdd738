// SPDX-License-Identifier: Apache-2.0

/// What goes wrong with a request or with the task it starts.
public enum FaultEffect: Hashable, Sendable {
    /// The request is refused with a status and has no effect.
    case status(Int, retryAfter: Int? = nil)
    /// The connection closes before the request is read.
    case dropBefore
    /// The request has its effect, but no answer comes.
    case dropAfter
    /// The logon session has ended: 401.
    case unauthorized
    /// The connection closes after this many bytes of the body.
    case truncate(Int)
    /// The answer claims another media type.
    case contentType(String)
    /// A page of HTML stands where the answer should be, as some proxies do; the request has no effect.
    case htmlPage
    /// The request is sent elsewhere, without effect.
    case redirect(String)
    /// These bytes are the answer; the request has no effect.
    case rawBody([UInt8], contentType: String)
    /// The task that the request starts stays `Running` and does nothing.
    case taskNeverEnds
    /// The task ends without success, says this, and does nothing.
    case taskFails(String)
    /// The task ends with `Success="false"`, without a message, and does nothing.
    case taskFinishedSuccessFalse
    /// The task does what it should, but its record is gone as soon as the request is answered.
    case taskLost

    var concernsTask: Bool {
        switch self {
        case .taskNeverEnds, .taskFails, .taskFinishedSuccessFalse, .taskLost: true
        default: false
        }
    }
}
