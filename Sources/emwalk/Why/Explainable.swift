// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import HypermediaClient

/// An error that `emwalk why` has more to say about, with the path that it is about.
struct Explainable: Error {
    let error: any ActionableError
    let path: RelPath
    let status: Int?

    private init(_ error: any ActionableError, path: RelPath, status: Int?) {
        self.error = error
        self.path = path
        self.status = status
    }

    /// The error, with the path if there is something to explain.
    static func about(_ error: any Error, at path: RelPath) -> any Error {
        guard let error = error as? any ActionableError, !path.steps.isEmpty else { return error }
        switch error.code {
        case .linkMissing, .linkAmbiguous: return Explainable(error, path: path, status: nil)
        case .forbidden: return Explainable(error, path: path, status: 403)
        case .httpError:
            guard let status = (error as? ClientError)?.status, (400...499).contains(status) else { return error }
            return Explainable(error, path: path, status: status)
        default: return error
        }
    }

    /// Runs a body whose errors are about a path.
    static func about<R>(
        _ path: RelPath,
        _ body: () async throws -> R
    ) async throws -> R {
        do {
            return try await body()
        } catch {
            throw about(error, at: path)
        }
    }
}
#endif
