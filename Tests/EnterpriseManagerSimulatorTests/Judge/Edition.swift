// SPDX-License-Identifier: Apache-2.0

/// A way in which one world can be served.
enum Edition: String, CaseIterable, CustomStringConvertible {
    case xml = "XML"
    case json = "JSON"
    case opaqueXML = "XML behind opaque URLs"
    case opaqueJSON = "JSON behind opaque URLs"

    var isJSON: Bool { self == .json || self == .opaqueJSON }
    var isOpaque: Bool { self == .opaqueXML || self == .opaqueJSON }
    var description: String { rawValue }
}
