// SPDX-License-Identifier: Apache-2.0

import Hypermedia
import HypermediaClient
import Testing

let formats: [DocumentFormat] = [.xml, .json]

/// The client error that a piece of work ends with; records an issue if it ends otherwise.
func clientError(
    _ code: ErrorCode,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () async throws -> some Sendable
) async -> ClientError? {
    do {
        _ = try await work()
        Issue.record("It ended well instead of with \(code).", sourceLocation: sourceLocation)
    } catch let error as ClientError {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        return error
    } catch {
        Issue.record("It ended with \(error) instead of \(code).", sourceLocation: sourceLocation)
    }
    return nil
}
