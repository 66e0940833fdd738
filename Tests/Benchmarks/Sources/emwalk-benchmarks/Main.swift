// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Measures the reader of XML against its targets; exits with 1 if one is missed.
///
/// `--only=jobs` limits it to one workload, and `--file=PATH` measures the time for a document of your own. With either,
/// `--loop=reader` or `--loop=baseline` runs one contender over and over, for a profiler: `--repeats=` says how often.
///
/// Ratios within a round are what counts: both contenders run in turn on the same machine under the same load.
@main
struct Main {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if let name = value("--memory=", of: arguments) {
            guard let workload = Workload(rawValue: name) else { throw BenchmarkFailure("no workload \(name)") }
            let outcome = try MemoryBenchmark(workload: workload, bytes: 100_000_000).run()
            print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
            return
        }
        let repeats = value("--repeats=", of: arguments).flatMap { Int($0) } ?? 300
        if let file = value("--file=", of: arguments) {
            let document = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            if let contender = value("--loop=", of: arguments) {
                return try TimeBenchmark(document: document, rounds: 1, repeats: repeats).loop(contender)
            }
            let outcome = try TimeBenchmark(document: document, rounds: 31, repeats: 15).run()
            print(
                "\(file): \(format(outcome.ratio)) (\(format(outcome.reader)) ms / \(format(outcome.baseline)) ms CPU)"
            )
            return
        }
        let only = value("--only=", of: arguments).flatMap { Workload(rawValue: $0) }
        if let only, let contender = value("--loop=", of: arguments) {
            let document = only.document(bytes: 1_000_000)
            return try TimeBenchmark(document: document, rounds: 1, repeats: repeats).loop(contender)
        }
        var allMet = true
        print("id  workload     figure                                       target   result")
        for workload in Workload.allCases where only == nil || only == workload {
            let benchmark = TimeBenchmark(document: workload.document(bytes: 1_000_000), rounds: 31, repeats: 15)
            let outcome = try benchmark.run()
            let times = "\(format(outcome.reader)) ms / \(format(outcome.baseline)) ms CPU"
            allMet = report("P1", "\(workload) 1 MB", times, outcome.ratio, target: 1.20) && allMet
        }
        for workload in Workload.allCases where only == nil || only == workload {
            let outcome = try measureMemory(workload)
            let sizes = "growth \(outcome.growth >> 20) MiB, text \(outcome.textBytes >> 20) MiB"
            allMet = report("P4", "\(workload) 100 MB", sizes, outcome.share, target: 0.60) && allMet
        }
        exit(allMet ? 0 : 1)
    }

    private static func value(_ option: String, of arguments: ArraySlice<String>) -> String? {
        arguments.first { $0.hasPrefix(option) }.map { String($0.dropFirst(option.count)) }
    }

    /// Runs the memory benchmark in a fresh process.
    private static func measureMemory(_ workload: Workload) throws -> MemoryBenchmark.Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--memory=\(workload)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(MemoryBenchmark.Outcome.self, from: output)
    }

    private static func report(_ id: String, _ name: String, _ figure: String, _ value: Double, target: Double) -> Bool
    {
        let isMet = value <= target
        print(
            "\(id)  \(pad(name, 13))\(pad("\(format(value))  (\(figure))", 45))<= \(format(target))  \(isMet ? "pass" : "MISSED")"
        )
        return isMet
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func format(_ value: Double) -> String {
        String(format: "%.2f", value)
    }
}
