// SPDX-License-Identifier: Apache-2.0

#if Network
import Foundation
import Testing

@testable import emwalk

@Suite struct ValueTextTests {
    @Test(arguments: [
        ("0", "0 B"), ("1023", "1023 B"), ("1024", "1 KiB"), ("1536", "1.5 KiB"), ("1048575", "1 MiB"),
        ("8796093022208", "8 TiB"), ("1182189748224", "1.1 TiB"), ("335007449088", "312 GiB"), ("-1", "unknown"),
    ])
    func sizes(_ value: String, _ text: String) { #expect(Quantity.text(value, unit: "bytes") == text) }

    @Test(arguments: [
        ("90", "percent", "90 %"), ("180", "minutes", "3 h"), ("90", "seconds", "1 min 30 s"),
        ("10", "seconds", "10 seconds"), ("1", "weeks", "1 week"), ("2048", "megabytes", "2 GiB"),
        ("1500", "minutes", "1 d 1 h"),
    ])
    func units(_ value: String, _ unit: String, _ text: String) { #expect(Quantity.text(value, unit: unit) == text) }

    @Test(arguments: ["many", "1e400", "-1e400", "nan", "99999999999999999999999999"])
    func whatIsNoNumberStaysAsItIs(_ value: String) { #expect(Quantity.text(value, unit: "bytes") == nil) }

    @Test(arguments: [
        ("2026-01-16T22:00:00Z", 0, "2026-01-16 22:00:00 UTC"),
        ("2026-01-16T22:30:00.1234567Z", 7200, "2026-01-17 00:30:00 +02:00"),
        ("2026-01-01T00:15:00+01:00", -19800, "2025-12-31 17:45:00 -05:30"),
        ("2024-02-29T12:00:00", 7200, "2024-02-29 12:00:00"), ("1969-12-31T23:59:59Z", 0, "1969-12-31 23:59:59 UTC"),
    ])
    func dates(_ value: String, _ offset: Int, _ text: String) throws {
        let zone = try #require(TimeZone(secondsFromGMT: offset))
        #expect(ServerDate(value)?.text(in: zone, namingZone: true) == text)
    }

    @Test(arguments: [
        ("22:00:00.0000000+00:00", "22:00:00 UTC"), ("22:00:00.000", "22:00:00"),
        ("06:30:00.0+02:00", "06:30:00 +02:00"),
        ("22:00:00.5", "22:00:00.5"), ("22:00:00", "22:00:00"),
    ])
    func timesOfDay(_ value: String, _ text: String) throws {
        let resource = try ShellSample.resource("<A/>")
        #expect(ValueText(isExact: false).text(value, at: ["T"], of: resource) == text)
        #expect(ValueText(isExact: true).text(value, at: ["T"], of: resource) == value)
    }

    /// From 1586 on: before, the other calendar is the Julian one.
    @Test func everyDayComesBack() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: -140_000, to: 200_000, by: 37) {
            let text = Date(timeIntervalSince1970: Double(day) * 86_400).formatted(.iso8601)
            let date = try #require(ServerDate(text))
            #expect(date.seconds == Double(day) * 86_400)
            #expect(date.text(in: zone, namingZone: false) == text.dropLast().replacing("T", with: " "))
        }
    }

    @Test(arguments: [
        "", "2026-01-16", "2026-13-01T00:00:00Z", "2026-01-16T22:00", "x026-01-16T22:00:00Z", "22:00:00Z",
    ])
    func whatIsNoDate(_ text: String) {
        // A time to the minute is one.
        #expect((ServerDate(text) == nil) == (text != "2026-01-16T22:00"))
    }
}
#endif
