// SPDX-License-Identifier: Apache-2.0

extension Timestamp {
    /// `Oct  6 2025  1:59PM`, as restore points are named [vmrestorepoints_id].
    var inRestorePointName: String {
        let (year, month, day, hour, minute, _) = parts
        let time = Timestamp.wide(Timestamp.twelve(hour), " ") + ":" + Timestamp.wide(minute, "0")
        return "\(Timestamp.months[month - 1]) \(Timestamp.wide(day, " ")) \(year) \(time)\(hour < 12 ? "AM" : "PM")"
    }

    /// `10/19/2025 5:25:00 AM`, as the points of the catalog are named [catalog_vms_vmname_vmrestorepoints].
    var inCatalogName: String {
        let (year, month, day, hour, minute, second) = parts
        let time = "\(Timestamp.twelve(hour)):\(Timestamp.wide(minute, "0")):\(Timestamp.wide(second, "0"))"
        return "\(month)/\(day)/\(year) \(time) \(hour < 12 ? "AM" : "PM")"
    }

    /// `2025-09-20T175902`, as it stands in the names of backup files [get_backupfiles_id].
    var inFileName: String { String(iso.prefix(19).filter { $0 != ":" }) }

    private var parts: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let numbers = iso.split { !$0.isNumber }.compactMap { Int($0) }
        return (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }

    private static func twelve(_ hour: Int) -> Int { (hour + 11) % 12 + 1 }

    private static func wide(_ number: Int, _ filler: String) -> String { (number < 10 ? filler : "") + String(number) }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
