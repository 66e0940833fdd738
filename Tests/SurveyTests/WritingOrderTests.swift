// SPDX-License-Identifier: Apache-2.0

#if Network
import Hypermedia
import Testing

@testable import Survey

@Suite struct WritingOrderTests {
    struct Failure: ActionableError {
        let code = ErrorCode("test")
        let message = "It is a test."
        let hint: String? = nil
    }

    static func document(_ id: Int64) -> PreparedDocument {
        let waiting = WaitingDocument(
            id: id,
            parent: nil,
            target: "\(id)",
            path: "",
            place: nil,
            isExact: true,
            depth: 1,
            ticket: nil
        )
        return PreparedDocument(failure: Failure(), status: nil, for: waiting)
    }

    static func ids(_ documents: [PreparedDocument]?) -> [Int64]? { documents?.map(\.document.id) }

    @Test func writesInTheOrderOfAsking() {
        var order = WritingOrder(concurrency: 3)
        for id: Int64 in 1...3 { order.ask(id) }
        #expect(!order.takesMore)
        order.answered(WritingOrderTests.document(2))
        #expect(order.takesMore)
        #expect(order.next() == nil)
        order.answered(WritingOrderTests.document(1))
        #expect(WritingOrderTests.ids(order.next()) == [1, 2])
        // One transaction at a time; what comes meanwhile is written together.
        order.ask(4)
        order.answered(WritingOrderTests.document(4))
        order.answered(WritingOrderTests.document(3))
        #expect(order.isWriting)
        #expect(order.next() == nil)
        order.written()
        #expect(WritingOrderTests.ids(order.next()) == [3, 4])
        order.written()
        #expect(order.next() == nil)
    }

    @Test func whatIsAskedForAgainHoldsNobodyUp() {
        var order = WritingOrder(concurrency: 2)
        order.ask(1)
        order.ask(2)
        order.answered(WritingOrderTests.document(2))
        order.forget(1)
        #expect(WritingOrderTests.ids(order.next()) == [2])
    }

    @Test func asksForNoMoreThanMayWait() {
        var order = WritingOrder(concurrency: 2)
        order.ask(0)
        var asked: Int64 = 0
        // The first one never comes; the others do.
        while order.takesMore {
            asked += 1
            order.ask(asked)
            order.answered(WritingOrderTests.document(asked))
        }
        #expect(asked == Int64(WritingOrder.most) - 1)
        order.answered(WritingOrderTests.document(0))
        // Few at first, so that a crawl that is cut off early loses few; more the longer it runs.
        var sizes: [Int] = []
        while let documents = order.next() {
            sizes.append(documents.count)
            order.written()
        }
        #expect(sizes.reduce(0, +) == WritingOrder.most)
        #expect(sizes.first == 2)
        #expect(sizes.dropLast().allSatisfy { $0 <= WritingOrder.most / 8 } && sizes.contains { $0 > 4 })
    }

    @Test func indexesAreLeftOutWhereMoreLiesAheadThanBehind() {
        #expect(LateIndexes.areLeftOut(read: 0, waiting: 1))
        #expect(LateIndexes.areLeftOut(read: 10, waiting: 11))
        #expect(!LateIndexes.areLeftOut(read: 10, waiting: 10))
        #expect(!LateIndexes.areLeftOut(read: 10, waiting: 0))
    }
}
#endif
