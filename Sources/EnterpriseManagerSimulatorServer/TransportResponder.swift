// SPDX-License-Identifier: Apache-2.0

#if Network
internal import HTTPTypes
internal import HummingbirdCore
internal import HypermediaClient
internal import NIOCore

/// Hands a request that came over a socket to a ``Transport``, and its answer back.
///
/// Throwing from here makes the server drop the connection as it is.
struct TransportResponder: Sendable {
    /// The largest body that is accepted; Enterprise Manager's own requests stay far below it (inferred).
    static let bodyLimit = 4 * 1024 * 1024

    let handler: any Transport
    let scheme: String

    func respond(to request: Request, with writer: consuming ResponseWriter) async throws {
        var head = request.head
        // The codec under TLS does not know of it.
        head.scheme = scheme
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.bodyLimit)
        } catch is NIOTooManyBytesError {
            try await writer.writeResponse(
                HTTPResponse(status: .contentTooLarge, headerFields: [.contentLength: "0", .connection: "close"])
            )
            return
        }
        let answer = try await handler.send(
            TransportRequest(head: head, body: body.readableBytes == 0 ? nil : Array(buffer: body))
        )
        let code = answer.head.status.code
        guard head.method != .head, code != 204, code != 304 else {
            try await writer.writeResponse(answer.head)
            return
        }
        var chunks = answer.body.makeAsyncIterator()
        let first = try await chunks.next()
        if let first, answer.head.headerFields[.contentLength] == String(first.count) {
            return try await writer.write(response: answer.head, body: .init(byteBuffer: ByteBuffer(bytes: first)))
        }
        var bodyWriter = try await writer.writeHead(answer.head)
        if let first { try await bodyWriter.write(ByteBuffer(bytes: first)) }
        while let chunk = try await chunks.next() {
            try await bodyWriter.write(ByteBuffer(bytes: chunk))
            // A client that reads fast never lets the writing wait: others are to have their turn all the same.
            await Task.yield()
        }
        try await bodyWriter.finish(nil)
    }
}
#endif
