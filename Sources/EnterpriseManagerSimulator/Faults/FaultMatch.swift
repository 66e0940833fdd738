// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// Which requests a fault meets.
public struct FaultMatch: Hashable, Sendable {
    /// The method, or nil for any.
    public var method: HTTPRequest.Method?
    /// A part of the path with query, compared without ASCII case; of the plain path where URLs are opaque.
    public var path: String?

    /// Requests by method and a part of their path.
    public init(method: HTTPRequest.Method? = nil, path: String? = nil) {
        self.method = method
        self.path = path
    }

    /// Every request.
    public static let any = FaultMatch()

    func accepts(method: HTTPRequest.Method, path: String) -> Bool {
        if let wanted = self.method, wanted != method { return false }
        guard let part = self.path else { return true }
        return path.lowercased().contains(part.lowercased())
    }
}
