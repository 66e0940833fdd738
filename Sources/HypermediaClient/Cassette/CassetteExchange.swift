// SPDX-License-Identifier: Apache-2.0

/// One request and what it was answered with, as a cassette keeps it: secrets taken out, the origin mapped.
public struct CassetteExchange: Hashable, Sendable, Codable {
    /// A header.
    public struct Header: Hashable, Sendable, Codable {
        /// The name, as sent.
        public let name: String
        /// The value.
        public let value: String
    }

    /// A request.
    public struct Request: Hashable, Sendable, Codable {
        /// The method.
        public var verb: String
        /// Path and query.
        public var target: String
        /// The headers that decide what is answered.
        public var headers: [Header]
        /// The name of the file with the body; nil for none.
        public var body: String?
    }

    /// An answer.
    public struct Response: Hashable, Sendable, Codable {
        /// The status.
        public var status: Int
        /// The headers, in order.
        public var headers: [Header]
        /// The name of the file with the body; nil for none.
        public var body: String?
    }

    /// The number of the exchange, from 1.
    public var number: Int
    /// What was asked.
    public var request: Request
    /// What was answered; nil if nothing came.
    public var response: Response?
    /// The code of what went wrong where nothing came.
    public var failure: String?
}
