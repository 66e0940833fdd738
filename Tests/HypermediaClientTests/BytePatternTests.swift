// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HypermediaClient

@Suite struct BytePatternTests {
    /// By the plainest search there is, over an alphabet in which patterns overlap themselves.
    @Test func findsWhatThePlainestSearchFinds() {
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
                UInt8.random(in: 97...98, using: &numbers)
            }
            let pattern = (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
                UInt8.random(in: 97...98, using: &numbers)
            }
            let plain = text.indices.first { text[$0...].starts(with: pattern) }
            #expect(BytePattern(pattern).first(in: text) == plain, "\(pattern) in \(text)")
        }
    }

    @Test(arguments: [
        ("", "a", "", "-"), ("abcabc", "abc", "xx", "x"), ("aaa", "aa", "-a", "-"), ("xaby", "ab", "xy", ""),
        ("abc", "", "abc", "-"), ("aba", "a", "aabaa", "aa"),
    ])
    func replacesEveryPlace(_ text: String, _ pattern: String, _ expected: String, _ other: String) {
        var bytes = Array(text.utf8)
        BytePattern(Array(pattern.utf8)).replace(with: Array(other.utf8), in: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
