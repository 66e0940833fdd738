// SPDX-License-Identifier: Apache-2.0

import Baseline
import LibXML
import NodeStore

/// P1: the CPU time of a full read against C handlers over libxml2 that only pick up links.
struct TimeBenchmark {
    /// The ratio of every round, and the medians of both contenders in milliseconds.
    struct Outcome {
        let ratio: Double
        let baseline: Double
        let reader: Double
    }

    let document: [UInt8]
    let rounds: Int
    /// Reads per contender and round: a round must be long against the clock, short against other load.
    let repeats: Int

    func run() throws -> Outcome {
        let links = try readOnce()
        guard links.baseline == links.reader else {
            throw BenchmarkFailure("contenders disagree: \(links.baseline) and \(links.reader) links")
        }
        var ratios: [Double] = []
        var baseline: [Double] = []
        var reader: [Double] = []
        for round in 0..<rounds {
            // Who goes first changes, so that neither always finds the caches warm.
            var first = 0.0
            var second = 0.0
            if round % 2 == 0 {
                first = timeBaseline()
                second = try timeReader()
            } else {
                second = try timeReader()
                first = timeBaseline()
            }
            ratios.append(second / first)
            baseline.append(first)
            reader.append(second)
        }
        return Outcome(ratio: Self.median(ratios), baseline: Self.median(baseline), reader: Self.median(reader))
    }

    /// Runs one contender over and over, for a profiler.
    func loop(_ contender: String) throws {
        let time = contender == "baseline" ? timeBaseline() : try timeReader()
        print("\(contender): \(time) ms")
    }

    private func readOnce() throws -> (baseline: Int, reader: Int) {
        let result = document.withUnsafeBytes { baseline_links($0.baseAddress, Int32($0.count)) }
        let store = try XMLReader(shape: Self.shape).read(document)
        return (result.failed == 0 ? Int(result.links) : -1, store.linkCount)
    }

    /// The median over the repeats, in milliseconds.
    private func timeBaseline() -> Double {
        Self.median(
            (0..<repeats).map { _ in
                let start = ProcessFigures.cpuSeconds
                let result = document.withUnsafeBytes { baseline_links($0.baseAddress, Int32($0.count)) }
                let end = ProcessFigures.cpuSeconds
                return result.bytes > 0 ? (end - start) * 1000 : .infinity
            }
        )
    }

    private func timeReader() throws -> Double {
        Self.median(
            try (0..<repeats).map { _ in
                let start = ProcessFigures.cpuSeconds
                let count = try XMLReader(shape: Self.shape).read(document).linkCount
                let end = ProcessFigures.cpuSeconds
                return count > 0 ? (end - start) * 1000 : .infinity
            }
        )
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.count % 2 == 1
            ? sorted[sorted.count / 2] : (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    }

    static let shape = LinkShape(
        element: "Link",
        containers: ["Links"],
        rel: "Rel",
        type: "Type",
        href: "Href",
        name: "Name"
    )
}
