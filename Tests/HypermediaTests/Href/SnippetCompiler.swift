// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Type-checks a piece of Swift as a target of this package would be, against the modules just built.
struct SnippetCompiler {
    struct Result {
        let status: Int32
        /// What the compiler refused, without places.
        let errors: [String]
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    private let modules: URL
    private let package: URL

    init() throws {
        package = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        // The tests run from the folder of what was built; beside them, or around them, lie the modules.
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let candidate = folder.appending(path: "Modules")
            if FileManager.default.fileExists(atPath: candidate.appending(path: "Hypermedia.swiftmodule").path) {
                modules = candidate
                return
            }
        }
        throw Missing(description: "no folder Modules with Hypermedia.swiftmodule above \(CommandLine.arguments[0])")
    }

    func typecheck(_ snippet: String) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "snippet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "Snippet.swift")
        try Data(snippet.utf8).write(to: source)

        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-package-name", "emwalk", "-module-name", "Snippet",
            "-I", modules.path, "-I", package.appending(path: "Sources/CLibXML2").path,
            "-Xcc", "-I/usr/include/libxml2", "-diagnostic-style", "llvm", source.path,
        ]
        let output = Pipe()
        compiler.standardError = output
        compiler.standardOutput = FileHandle.nullDevice
        try compiler.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        let errors = text.split(separator: "\n").compactMap { line in
            line.firstRange(of: ": error: ").map { String(line[$0.upperBound...]) }
        }
        return Result(status: compiler.terminationStatus, errors: errors)
    }
}
