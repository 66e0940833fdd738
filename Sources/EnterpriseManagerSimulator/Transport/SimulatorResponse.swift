// SPDX-License-Identifier: Apache-2.0

public import HTTPTypes

/// What the simulator answers, and how much of it arrives.
public struct SimulatorResponse: Sendable {
    /// How an answer reaches the client.
    public enum Delivery: Hashable, Sendable {
        /// Whole.
        case complete
        /// Not at all: the connection closes before the request is read.
        case closedBeforeRequest
        /// Not at all: the connection closes after the request had its effect.
        case closedAfterRequest
        /// In part: the connection closes after the body, which should have had this many bytes.
        case cutShort(contentLength: Int)
    }

    /// The status.
    public var status: Int
    /// The header fields.
    public var headers: HTTPFields
    /// The body.
    public var body: [UInt8]
    /// The pieces of a long body, each made when it is asked for; ``body`` is empty then.
    ///
    /// They tell of the world as it was when the request came, however slowly they are read.
    public var pieces: (@Sendable () -> AnyIterator<[UInt8]>)?
    /// How it reaches the client.
    public var delivery: Delivery

    /// How many bytes a piece of a long body has at least.
    public static let pieceSize = 1 << 15

    /// How many bytes the body has, or should have; nil if that is not known before the end, or if there can be none.
    var contentLength: Int? {
        switch delivery {
        case .cutShort(let length): length
        default: pieces != nil || status == 204 || status == 304 ? nil : body.count
        }
    }

    /// An answer.
    public init(status: Int, headers: HTTPFields = [:], body: [UInt8] = [], delivery: Delivery = .complete) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delivery = delivery
    }
}
