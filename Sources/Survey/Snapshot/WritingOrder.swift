// SPDX-License-Identifier: Apache-2.0

#if Network
/// Decides which documents are asked for beside others, and which are written together.
///
/// Answers are written in the order in which they were asked for, whatever order they come in: which walk leads to a
/// document first is then no matter of chance. While some are written, those that come wait for one another and are
/// written together, in one transaction; nothing waits while nothing is written, so that a crawl that is killed loses
/// what was being written and what waited for it, and asks for that again.
struct WritingOrder {
    /// How many documents are written together at the most.
    static let most = 64
    /// How many bytes may wait for being written before no more is asked for.
    static let heaviest = 16 << 20

    private let concurrency: Int
    private var order: ArraySlice<Int64> = []
    private var ended: [Int64: PreparedDocument] = [:]
    /// What those weigh that have come and are not written.
    private var weight = 0
    private var weightInWriting = 0
    private(set) var isWriting = false
    /// How many were handed out to be written.
    private var count = 0

    init(concurrency: Int) { self.concurrency = concurrency }

    /// Whether another document may be asked for.
    var takesMore: Bool {
        order.count - ended.count < concurrency && order.count < max(WritingOrder.most, 4 * concurrency)
            && weight + weightInWriting < WritingOrder.heaviest
    }

    /// A document is asked for.
    mutating func ask(_ id: Int64) { order.append(id) }

    /// What came of it.
    mutating func answered(_ document: PreparedDocument) {
        ended[document.document.id] = document
        weight += document.weight
    }

    /// Nothing came of it; it will be asked for again.
    mutating func forget(_ id: Int64) { order.removeAll { $0 == id } }

    /// The documents to write now; nil while others are written, and while the next one has not come.
    mutating func next() -> [PreparedDocument]? {
        guard !isWriting else { return nil }
        var result: [PreparedDocument] = []
        // A short crawl that is cut off loses little; a long one no more than an eighth of what it has.
        let most = min(WritingOrder.most, max(concurrency, count / 8))
        while result.count < most, let id = order.first, let document = ended.removeValue(forKey: id) {
            order.removeFirst()
            weight -= document.weight
            weightInWriting += document.weight
            result.append(document)
        }
        guard !result.isEmpty else { return nil }
        isWriting = true
        count += result.count
        return result
    }

    /// They are written.
    mutating func written() {
        isWriting = false
        weightInWriting = 0
    }
}
#endif
