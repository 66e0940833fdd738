// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A growing run of plain values behind a raw pointer.
///
/// The parsers fill columns from C callbacks, millions of times per document; arrays inside a class would pay an
/// exclusivity check for each access. The pointer never leaves this module.
///
/// Memory comes from `malloc` for the sake of `realloc`, which moves large columns by remapping their pages: a
/// column that grows is never held twice.
@usableFromInline
struct Column<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    @usableFromInline var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        base = Column.resize(nil, to: self.capacity)
    }

    /// A column of equal values.
    init(repeating value: Element, count: Int) {
        self.init(capacity: count)
        base.initialize(repeating: value, count: count)
        self.count = count
    }

    /// A column of the same values.
    init(copying other: borrowing Column) {
        self.init(capacity: other.count)
        base.initialize(from: other.base, count: other.count)
        count = other.count
    }

    // Inlinable like the code that replaces columns: the optimiser insists.
    @inlinable deinit { Column.release(base) }

    @usableFromInline
    static func release(_ base: UnsafeMutablePointer<Element>) { free(base) }

    @inlinable @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafePointer<Element>, count added: Int) {
        if count + added > capacity { grow(to: count + added) }
        (base + count).initialize(from: bytes, count: added)
        count += added
    }

    /// Appends bytes, most often few: those are copied by overlapping words, without a call.
    @inline(__always)
    mutating func append(short bytes: UnsafePointer<UInt8>, count added: Int) where Element == UInt8 {
        if added > capacity &- count { grow(to: count + added) }
        let source = UnsafeRawPointer(bytes)
        let target = UnsafeMutableRawPointer(base + count)
        if added >= 8, added <= 32 {
            // Words may overlap within the source; all are loaded before the target, which is elsewhere, is written.
            let last = source.loadUnaligned(fromByteOffset: added &- 8, as: UInt64.self)
            if added > 16 {
                let second = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                let third = source.loadUnaligned(fromByteOffset: added &- 16, as: UInt64.self)
                target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
                target.storeBytes(of: third, toByteOffset: added &- 16, as: UInt64.self)
            }
            target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
            target.storeBytes(of: last, toByteOffset: added &- 8, as: UInt64.self)
        } else if added < 8 {
            if added >= 4 {
                let last = source.loadUnaligned(fromByteOffset: added &- 4, as: UInt32.self)
                target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
                target.storeBytes(of: last, toByteOffset: added &- 4, as: UInt32.self)
            } else {
                for index in 0..<added { base[count &+ index] = bytes[index] }
            }
        } else {
            target.copyMemory(from: source, byteCount: added)
        }
        count &+= added
    }

    /// Makes room; pointers taken before are void.
    @usableFromInline @inline(never)
    mutating func grow(to needed: Int) {
        guard needed > capacity else { return }
        capacity = max(needed, capacity + capacity / 2 + 16)
        base = Column.resize(base, to: capacity)
    }

    /// Like `UnsafeMutablePointer.allocate`, ends the process if there is no memory.
    private static func resize(_ old: UnsafeMutablePointer<Element>?, to capacity: Int) -> UnsafeMutablePointer<Element>
    {
        guard let new = realloc(old, capacity * MemoryLayout<Element>.stride) else {
            preconditionFailure("out of memory")
        }
        // Plain values have no identity that binding could disturb, and `malloc` aligns for all of them.
        return new.bindMemory(to: Element.self, capacity: capacity)
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
