// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import EnterpriseManagerSimulator

/// The parts: made-up files, texts of paths and of times.
@Suite struct GuestTests {
    @Test func filesAreTheSameEveryTimeAndOlderThanTheirPoint() throws {
        let time = Timestamp(milliseconds: 1_768_514_400_000)
        let files = GuestFileSystem(machine: "files01", isLinux: false, time: time)
        let entry = try #require(files.entry(at: ["c:", "WINDOWS", "win.ini"]))
        #expect(entry.path == ["C:", "Windows", "win.ini"])
        #expect(entry.modified < time)
        #expect(files.content(of: entry).count == entry.size)
        #expect(files.content(of: entry) == files.content(of: entry))
        let other = GuestFileSystem(machine: "web01", isLinux: false, time: time)
        let same = try #require(other.entry(at: entry.path))
        #expect(other.content(of: same) != files.content(of: entry))
        #expect(files.entry(at: ["C:", "Windows", "win"]) == nil)
        #expect(files.entry(at: []) == nil)
    }

    @Test(arguments: [
        ("Volume$0:", "Volume$0:"), ("Supplier #7 (50%).docx", "Supplier%20%237%20(50%25).docx"),
        ("Überblick", "%C3%9Cberblick"), ("a+b&c=d?", "a%2Bb%26c%3Dd%3F"),
    ])
    func segmentsSurviveTheirEncoding(text: String, encoded: String) {
        #expect(PathText.encode(text) == encoded)
        #expect(PathText.decode("/E:/" + encoded + "/") == ["E:", text])
    }

    @Test(arguments: [
        (1_768_543_200_000, "Jan 16 2026  6:00AM", "1/16/2026 6:00:00 AM", "2026-01-16T060000"),
        (1_759_802_399_000, "Oct  7 2025  1:59AM", "10/7/2025 1:59:59 AM", "2025-10-07T015959"),
        (1_759_795_200_000, "Oct  7 2025 12:00AM", "10/7/2025 12:00:00 AM", "2025-10-07T000000"),
        (1_759_840_500_000, "Oct  7 2025 12:35PM", "10/7/2025 12:35:00 PM", "2025-10-07T123500"),
    ])
    func timesAreWrittenInThreeWays(milliseconds: Int, point: String, catalog: String, file: String) {
        let time = Timestamp(milliseconds: milliseconds)
        #expect(time.inRestorePointName == point)
        #expect(time.inCatalogName == catalog)
        #expect(time.inFileName == file)
    }
}
