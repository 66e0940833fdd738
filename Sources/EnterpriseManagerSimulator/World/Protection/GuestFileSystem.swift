// SPDX-License-Identifier: Apache-2.0

/// The files of a guest at a point in time, all of them made up: the same guest always has the same ones.
struct GuestFileSystem: Sendable {
    /// Of whom the files are: different machines have different sizes and contents.
    let machine: String
    let isLinux: Bool
    /// When the restore point was made; nothing in it is newer.
    let time: Timestamp

    /// The volumes, as directories.
    var roots: [GuestEntry] { children(of: []) }

    /// What lies at a path, which is compared without ASCII case; nil for nothing.
    func entry(at path: [String]) -> GuestEntry? {
        guard !path.isEmpty, let real = files.first(where: { GuestFileSystem.starts($0, with: path) }) else {
            return nil
        }
        return entry(Array(real.prefix(path.count)), isDirectory: real.count > path.count)
    }

    /// What a directory holds, in the order of names.
    func children(of directory: [String]) -> [GuestEntry] {
        var seen: Set<String> = []
        return files.filter { $0.count > directory.count && GuestFileSystem.starts($0, with: directory) }
            .compactMap { file in
                let path = Array(file.prefix(directory.count + 1))
                guard seen.insert(path.last ?? "").inserted else { return nil }
                return entry(path, isDirectory: file.count > path.count)
            }
    }

    /// The content of a file: lines of numbers that follow from the machine, the path and the time of change.
    func content(of entry: GuestEntry) -> [UInt8] {
        var generator = SeededGenerator(
            seed: seed(of: entry.path) ^ UInt64(bitPattern: Int64(entry.modified.milliseconds))
        )
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.size + 64)
        while bytes.count < entry.size {
            bytes.append(contentsOf: String(generator.next(), radix: 16).utf8)
            bytes.append(0x0A)
        }
        return Array(bytes.prefix(entry.size))
    }

    private var files: [[String]] { isLinux ? GuestFileSystem.linux : GuestFileSystem.windows }

    private func entry(_ path: [String], isDirectory: Bool) -> GuestEntry {
        var generator = SeededGenerator(seed: seed(of: path))
        let age = generator.number(in: 3_600...31_536_000) * 1000
        return GuestEntry(
            path: path,
            isDirectory: isDirectory,
            size: isDirectory ? 0 : generator.number(in: 512...196_608),
            owner: isLinux ? "root" : "BUILTIN\\Administrators",
            modified: Timestamp(milliseconds: time.milliseconds - age)
        )
    }

    private func seed(of path: [String]) -> UInt64 {
        (machine + "/" + path.joined(separator: "/")).utf8.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
    }

    private static func starts(_ file: [String], with path: [String]) -> Bool {
        file.count >= path.count && zip(file, path).allSatisfy { $0.lowercased() == $1.lowercased() }
    }

    private static let windows = split(
        ["Volume$0:/Boot/BCD", "Volume$0:/Boot/bootstat.dat", "Volume$0:/bootmgr"]
            + ["C:/Program Files/Example Suite/settings.xml", "C:/Program Files/Example Suite/suite.exe"]
            + ["C:/ProgramData/Example Suite/log.txt"]
            + ["Desktop/notes.txt", "Documents/Budget 2026.xlsx", "Documents/Network plan.vsdx"]
            .map { "C:/Users/Administrator/" + $0 }
            + ["C:/Users/Public/Documents/Welcome.pdf", "C:/Windows/System32/drivers/etc/hosts", "C:/Windows/win.ini"]
            + (1...24).map { "E:/Shares/Finance/Invoice 2025-\($0 < 10 ? "0" : "")\($0).pdf" }
            + ["Contracts/Lease & maintenance.docx", "Contracts/Supplier #7 (50%).docx", "Staff.xlsx"]
            .map { "E:/Shares/HR/" + $0 }
            + (1...13).map { "E:/Shares/Projects/Project \($0 < 10 ? "0" : "")\($0)/plan.docx" }
            + ["E:/Shares/Überblick.txt"]
    )

    private static let linux = split(
        ["etc/fstab", "etc/hosts", "etc/nginx/nginx.conf", "home/deploy/release.sh", "home/deploy/.profile"]
            + (1...12).map { "var/log/nginx/access.log.\($0)" }
            + ["var/www/html/index.html", "var/www/html/img/logo.svg"]
    )

    private static func split(_ paths: [String]) -> [[String]] {
        paths.map { $0.split(separator: "/").map(String.init) }
    }
}
