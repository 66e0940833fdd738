// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Foundation
internal import Hypermedia

/// Values for people: dates in their zone, sizes and times in units that can be grasped; as received on demand.
struct ValueText {
    private let isExact: Bool
    private let units: Units
    private let zone: TimeZone

    /// Writes values.
    ///
    /// - Parameters:
    ///   - isExact: whether they are shown as received.
    ///   - units: what is known of their units.
    ///   - zone: where the reader is.
    init(isExact: Bool, units: Units = Units(), zone: TimeZone = .current) {
        self.isExact = isExact
        self.units = units
        self.zone = zone
    }

    /// A value on one line.
    ///
    /// - Parameters:
    ///   - value: as received.
    ///   - path: where it stands in the resource.
    ///   - resource: whose it is.
    ///   - isNarrow: whether room is dear, so that the zone of dates, always the same, is left out.
    func text(_ value: String, at path: [String], of resource: Resource, isNarrow: Bool = false) -> String {
        guard !isExact else { return PlainText.oneLine(value) }
        if let unit = units.unit(of: path, in: resource), let text = Quantity.text(value, unit: unit) { return text }
        if let date = ServerDate(value) { return date.text(in: zone, namingZone: !isNarrow) }
        return PlainText.oneLine(ValueText.time(value) ?? value)
    }

    /// A time of day without a fraction that is nothing; nil for anything else.
    private static func time(_ value: String) -> String? {
        guard let match = value.wholeMatch(of: /(\d\d:\d\d:\d\d)\.0+(Z|[+-]\d\d:\d\d)?/) else { return nil }
        return match.2.map { "\(match.1) \($0 == "Z" || $0 == "+00:00" ? "UTC" : $0)" } ?? String(match.1)
    }
}
#endif
