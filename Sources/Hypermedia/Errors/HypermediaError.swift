// SPDX-License-Identifier: Apache-2.0

/// What goes wrong between a document and one selected link.
public struct HypermediaError: ActionableError, Hashable {
    /// The stable word for what went wrong.
    public let code: ErrorCode
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now, if there is something.
    public let hint: String?
    /// The links or items that were there to choose from.
    public let candidates: [Candidate]

    /// An error.
    public init(_ code: ErrorCode, _ message: String, hint: String? = nil, candidates: [Candidate] = []) {
        self.code = code
        self.message = message
        self.hint = hint
        self.candidates = candidates
    }
}
