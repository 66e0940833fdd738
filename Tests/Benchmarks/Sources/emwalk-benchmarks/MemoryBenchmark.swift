// SPDX-License-Identifier: Apache-2.0

import Foundation
import LibXML
import NodeStore

/// P4: how much the peak of memory grows beyond the text that is kept, for a document that never is in memory whole.
///
/// Must run in a process of its own: a peak cannot be taken back.
struct MemoryBenchmark {
    /// What one run found.
    struct Outcome: Codable {
        let documentBytes: Int
        let textBytes: Int
        let growth: Int
        let links: Int

        /// The growth beyond the retained text, as a share of the document.
        var share: Double { Double(growth - textBytes) / Double(documentBytes) }
    }

    let workload: Workload
    let bytes: Int
    let chunk = 64 << 10

    func run() throws -> Outcome {
        // Warm up everything that is not the document: the libraries, and the generator.
        _ = try stream(bytes: 200_000)
        guard let before = ProcessFigures.peakBytes else { throw BenchmarkFailure("no /proc/self/status here") }
        let (total, store) = try stream(bytes: bytes)
        guard let after = ProcessFigures.peakBytes else { throw BenchmarkFailure("no /proc/self/status here") }
        return Outcome(
            documentBytes: total,
            textBytes: store.textBytes,
            growth: after - before,
            links: store.linkCount
        )
    }

    private func stream(bytes: Int) throws -> (Int, NodeStore) {
        let reader = XMLStreamReader(shape: TimeBenchmark.shape)
        var random = SeededGenerator(seed: 7)
        var text = ""
        var total = 0
        var made = 0
        text.reserveCapacity(2 * chunk)
        workload.begin(&text)
        while made < bytes {
            let length = text.utf8.count
            workload.item(&random, &text)
            made += text.utf8.count - length
            if text.utf8.count >= chunk {
                let piece = Array(text.utf8)
                total += piece.count
                try reader.feed(piece)
                text.removeAll(keepingCapacity: true)
            }
        }
        workload.end(&text)
        total += text.utf8.count
        try reader.feed(Array(text.utf8))
        return (total, try reader.finish())
    }
}
