// SPDX-License-Identifier: Apache-2.0

/// A body as nested values, in any order.
public indirect enum BodyInput: Hashable, Sendable {
    /// A plain value, as XML writes it.
    case value(String)
    /// The values of one name, in order.
    case list([BodyInput])
    /// Parts by name.
    case parts([String: BodyInput])

    /// The same as entries: parts by name and lists by number.
    ///
    /// - Parameter path: where it belongs; empty for a whole body.
    public func entries(at path: String = "") -> [BodyEntry] {
        switch self {
        case .value(let value): [BodyEntry(path, value)]
        case .list(let items): items.enumerated().flatMap { $1.entries(at: "\(path)[\($0 + 1)]") }
        case .parts(let parts):
            // An empty group still says that it shall be there.
            if parts.isEmpty, !path.isEmpty {
                [BodyEntry(path, "")]
            } else {
                parts.sorted { $0.key < $1.key }.flatMap { $1.entries(at: path.isEmpty ? $0 : path + "." + $0) }
            }
        }
    }
}
