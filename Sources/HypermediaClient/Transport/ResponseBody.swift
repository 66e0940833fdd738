// SPDX-License-Identifier: Apache-2.0

/// The body of an answer, in chunks as they arrive; it can be read once.
///
/// An error while reading is a ``TransportFailure``.
public struct ResponseBody: AsyncSequence, Sendable {
    /// A chunk of bytes.
    public typealias Element = [UInt8]

    private let makeNext: @Sendable () -> (() async throws -> [UInt8]?)

    /// A body whose chunks a closure hands out until it returns nil.
    ///
    /// - Parameter makeNext: called once, when reading begins; returns the closure that yields the chunks.
    public init(_ makeNext: @escaping @Sendable () -> (() async throws -> [UInt8]?)) {
        self.makeNext = makeNext
    }

    /// A body that is there already, in one chunk.
    public init(bytes: [UInt8]) {
        self.init {
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator { Iterator(fetch: makeNext()) }

    /// Yields the chunks in order.
    public struct Iterator: AsyncIteratorProtocol {
        let fetch: () async throws -> [UInt8]?

        /// The next chunk, or nil at the end.
        public mutating func next() async throws -> [UInt8]? { try await fetch() }
    }
}
