// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// What goes wrong in the command itself rather than in the library.
struct CommandError: ActionableError {
    let code: ErrorCode
    let message: String
    let hint: String?

    init(_ code: String, _ message: String, hint: String? = nil) {
        self.code = ErrorCode(code)
        self.message = message
        self.hint = hint
    }
}

/// Ends the command with a status; everything was said already.
struct Finished: Error {
    let status: ExitStatus
}
#endif
