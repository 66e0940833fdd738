// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What goes wrong in a workflow file or while a workflow runs.
public struct WorkflowError: ActionableError, Hashable {
    /// The stable word for what went wrong.
    public let code: ErrorCode
    /// One sentence that says what went wrong.
    public let message: String
    /// What to do now, if there is something.
    public let hint: String?
    /// Where in a workflow file, if it is about one.
    public let position: SourcePosition?

    init(_ code: ErrorCode, _ message: String, hint: String? = nil, at position: SourcePosition? = nil) {
        self.code = code
        self.message = position.map { "\($0): \(message)" } ?? message
        self.hint = hint
        self.position = position
    }
}
