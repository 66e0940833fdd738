// SPDX-License-Identifier: Apache-2.0

import Deflate
import Testing

/// Run under a sanitizer, too (`make san`): the room hands pointers to zlib.
@Suite struct DeflateTests {
    /// A generator whose numbers are the same on every run.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    /// Bytes of an alphabet: the smaller it is, the better they pack.
    static func bytes(_ count: Int, of letters: UInt8, seed: UInt64 = 1) -> [UInt8] {
        var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        return (0..<count).map { _ in UInt8.random(in: 0...(letters - 1), using: &numbers) }
    }

    @Test(arguments: [0, 1, 2, 31, 255, 4096, 65_535, 65_536, 300_001], [1, 4, 255] as [UInt8])
    func whatIsPackedIsUnpackedToTheByte(_ count: Int, _ letters: UInt8) throws {
        let bytes = DeflateTests.bytes(count, of: letters)
        let packed = Deflate.pack(bytes)
        #expect(!packed.isEmpty)
        #expect(try Deflate.unpack(packed, size: count) == bytes)
    }

    @Test(arguments: [1, 7, 65_535, 65_536, 100_000]) func piecesMakeOneStream(_ size: Int) throws {
        let bytes = DeflateTests.bytes(size == 1 ? 500 : 200_001, of: 16)
        var packing = Deflate.Packing()
        var rest = bytes[...]
        while !rest.isEmpty {
            packing.add(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        #expect(packing.size == bytes.count)
        let packed = packing.finish()
        #expect(packed.size == bytes.count)
        #expect(try Deflate.unpack(packed.bytes, size: bytes.count) == bytes)
        var unpacked: [[UInt8]] = []
        try packed.forEachPiece { unpacked.append($0) }
        #expect(unpacked.dropLast().allSatisfy { $0.count == size })
        #expect(Array(unpacked.joined()) == bytes)
    }

    @Test func whatRepeatsBecomesSmall() {
        #expect(Deflate.pack(DeflateTests.bytes(100_000, of: 1)).count < 1000)
    }

    @Test func everyStreamThatIsCutShortIsDamaged() {
        let bytes = DeflateTests.bytes(500, of: 8)
        let packed = Deflate.pack(bytes)
        for count in packed.indices {
            #expect(throws: Deflate.Damaged.self) { try Deflate.unpack(Array(packed[..<count]), size: bytes.count) }
        }
    }

    @Test func everyByteThatIsAnotherIsNoticed() {
        let bytes = DeflateTests.bytes(300, of: 8)
        let packed = Deflate.pack(bytes)
        for index in packed.indices {
            var damaged = packed
            damaged[index] ^= 0x55
            #expect((try? Deflate.unpack(damaged, size: bytes.count)) != bytes)
        }
    }

    @Test(arguments: [0, 1, 299, 301, 5000]) func anotherSizeIsDamage(_ size: Int) {
        let packed = Deflate.pack(DeflateTests.bytes(300, of: 8))
        #expect(throws: Deflate.Damaged.self) { try Deflate.unpack(packed, size: size) }
    }

    @Test func manyAtOnceDoNotDisturbEachOther() async {
        let shared = DeflateTests.bytes(20_000, of: 16)
        let packed = Deflate.pack(shared)
        let fine = await withTaskGroup(of: Bool.self) { group in
            for seed in 1...16 {
                group.addTask {
                    let own = DeflateTests.bytes(1000 * seed, of: 32, seed: UInt64(seed))
                    let isOwn = (try? Deflate.unpack(Deflate.pack(own), size: own.count)) == own
                    return isOwn && (try? Deflate.unpack(packed, size: shared.count)) == shared
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(fine == 16)
    }
}
