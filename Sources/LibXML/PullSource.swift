// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// Where a parser of a whole document gets its bytes, checked to be UTF-8 while they are in the cache anyway.
struct PullSource {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var check = UTF8Check()
    private var hasFault = false

    /// A source over bytes that outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether the document holds bytes that are no UTF-8, as far as it was read.
    var isFaulty: Bool { hasFault || (offset == bytes.count && check.isInsideCharacter) }

    /// libxml2's callback; its context is a pointer to a source.
    static let read: xmlInputReadCallback = { context, buffer, capacity in
        guard let context, let buffer else { return -1 }
        return context.assumingMemoryBound(to: PullSource.self).pointee.fill(buffer, Int(capacity))
    }

    private mutating func fill(_ buffer: UnsafeMutableRawPointer, _ capacity: Int) -> Int32 {
        let count = min(capacity, bytes.count - offset)
        guard !hasFault, let base = bytes.baseAddress else { return hasFault ? -1 : 0 }
        if !check.copy(UnsafeBufferPointer(start: base + offset, count: count), to: buffer) {
            hasFault = true
            return -1
        }
        offset += count
        // While the parser is busy with these, the next ones come from memory.
        emwalk_prefetch(base + offset, min(capacity, bytes.count - offset))
        return Int32(count)
    }
}
