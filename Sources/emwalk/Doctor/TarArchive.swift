// SPDX-License-Identifier: Apache-2.0

/// Files in one (POSIX.1-1988 ustar), such as any tar unpacks.
struct TarArchive {
    private(set) var files: [(name: String, bytes: [UInt8])] = []
    /// Seconds since the beginning of 1970.
    let time: Int

    init(time: Int) { self.time = time }

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - name: up to 100 bytes; a slash separates folders.
    ///   - bytes: what it holds.
    mutating func add(_ name: String, _ bytes: [UInt8]) { files.append((name, bytes)) }

    /// The archive.
    var bytes: [UInt8] {
        var result: [UInt8] = []
        for file in files {
            result += header(file.name, size: file.bytes.count) + file.bytes
            result += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
        }
        return result + [UInt8](repeating: 0, count: 1024)
    }

    private func header(_ name: String, size: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int, _ limit: Int, into block: inout [UInt8]) {
            for (index, byte) in text.utf8.prefix(limit).enumerated() { block[offset + index] = byte }
        }
        put(name, at: 0, 100, into: &block)
        put("0000600", at: 100, 8, into: &block)
        put("0000000", at: 108, 8, into: &block)
        put("0000000", at: 116, 8, into: &block)
        put(octal(size, 11), at: 124, 12, into: &block)
        put(octal(time, 11), at: 136, 12, into: &block)
        put("0", at: 156, 1, into: &block)
        put("ustar", at: 257, 6, into: &block)
        put("00", at: 263, 2, into: &block)
        // The sum is taken with blanks where it will stand.
        put("        ", at: 148, 8, into: &block)
        put(octal(block.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148, 8, into: &block)
        return block
    }

    private func octal(_ number: Int, _ width: Int) -> String {
        let digits = String(max(0, number), radix: 8)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
