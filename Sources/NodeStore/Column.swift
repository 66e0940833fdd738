// SPDX-License-Identifier: Apache-2.0

/// A growing run of plain values behind a raw pointer.
///
/// The parsers fill columns from C callbacks, millions of times per document; arrays inside a class would pay an
/// exclusivity check for each access. The pointer never leaves this module.
struct Column<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var capacity: Int
    var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafePointer<Element>, count added: Int) {
        if count + added > capacity { grow(to: count + added) }
        (base + count).initialize(from: bytes, count: added)
        count += added
    }

    @inline(never)
    mutating func grow(to needed: Int) {
        let target = max(needed, capacity + capacity / 2 + 16)
        let new = UnsafeMutablePointer<Element>.allocate(capacity: target)
        new.moveInitialize(from: base, count: count)
        base.deallocate()
        base = new
        capacity = target
    }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(index >= 0 && index < count, "column index out of range")
            return base[index]
        }
        @inline(__always) set {
            precondition(index >= 0 && index < count, "column index out of range")
            base[index] = newValue
        }
    }

    @inline(__always)
    func buffer(_ range: TextRange) -> UnsafeBufferPointer<Element> {
        let offset = Int(range.offset)
        let length = range.isPresent ? Int(range.length) : 0
        precondition(offset + length <= count, "text range out of range")
        return UnsafeBufferPointer(start: base + offset, count: length)
    }
}
