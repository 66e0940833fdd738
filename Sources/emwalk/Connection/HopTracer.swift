// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia
internal import HypermediaClient
internal import Synchronization

/// Tells of every request: on stderr with -v, as JSON Lines with --trace.
final class HopTracer: Sendable {
    private let verbosity: Int
    private let tellsFindings: Bool
    private let console: Console
    private let file: Mutex<FileHandle?>
    private let also: (@Sendable (Hop) -> Void)?

    init(_ options: ConnectionOptions, console: Console, also: (@Sendable (Hop) -> Void)?) throws {
        verbosity = options.verbose
        tellsFindings = options.verbose > 1 || options.validatesAnswers
        self.console = console
        self.also = also
        var handle: FileHandle?
        if let path = options.trace {
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
                let opened = FileHandle(forWritingAtPath: path)
            else {
                throw CommandError("bad-file", "The trace file ‘\(path)’ cannot be written.")
            }
            handle = opened
        }
        file = Mutex(handle)
    }

    func report(_ hop: Hop) {
        also?(hop)
        if verbosity > 0 || tellsFindings && !hop.findings.isEmpty {
            console.err(HopLine(hop).text(console.errorStyle))
        }
        if tellsFindings {
            for finding in hop.findings { console.err("      \(FindingLine(finding).text(console.errorStyle))") }
        }
        let line = HopLine(hop).json.text(pretty: false) + "\n"
        file.withLock { handle in
            // A trace that cannot be written any more (disk full) must not end the run.
            try? handle?.write(contentsOf: Data(line.utf8))
        }
    }
}
#endif
