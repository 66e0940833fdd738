// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A server in a process of its own, which is this command again.
final class ServerProcess {
    /// Scheme, host and port.
    let origin: String
    private let process = Process()

    /// Starts it and waits until it listens.
    init(_ contender: Contender, isSecure: Bool, jobs: Int = 0, sizes: [Int] = []) throws {
        process.executableURL = ServerProcess.executable
        process.arguments = ["--serve=\(contender.rawValue)", "--jobs=\(jobs)"] + (isSecure ? ["--tls"] : [])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(sizes.map { "\($0)\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        var text = ""
        while !text.contains("\n") {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw BenchmarkFailure("the server \(contender) did not start") }
            text += String(decoding: data, as: UTF8.self)
        }
        origin = text.trimmingCharacters(in: .whitespacesAndNewlines).replacingOccurrences(of: "ready ", with: "")
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// What `/proc` says of its memory, such as `VmHWM`, in MB; nil where there is no `/proc`.
    func memory(_ field: String) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix(field) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 / 1024 }
    }

    static var executable: URL { URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath() }

    /// What a command prints.
    static func output(of executable: URL, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
