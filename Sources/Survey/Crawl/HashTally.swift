// SPDX-License-Identifier: Apache-2.0

/// Which of many texts were met once, by their hashes: it keeps eight bytes of each.
///
/// Two texts that share a hash count as the same.
struct HashTally: Sendable {
    private var hashes: [Int] = []

    mutating func add(_ text: String) { hashes.append(text.hashValue) }

    /// Says that there are no more texts.
    mutating func settle() { hashes.sort() }

    /// Whether a text was met once; to be asked when it is settled.
    func isSingle(_ text: String) -> Bool {
        let hash = text.hashValue
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        guard low < hashes.count, hashes[low] == hash else { return false }
        return low + 1 == hashes.count || hashes[low + 1] != hash
    }
}
