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
        return PlainText.oneLine(value)
    }
}
#endif
