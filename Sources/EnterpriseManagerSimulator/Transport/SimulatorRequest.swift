// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// One HTTP request as the simulator gets it.
public struct SimulatorRequest: Sendable {
    /// The method.
    public var method: HTTPRequest.Method
    /// The path with query, as it stands in the request line.
    public var path: String
    /// The header fields.
    public var headers: HTTPFields
    /// The body; empty for none.
    public var body: [UInt8]

    /// A request.
    public init(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
    }
}
