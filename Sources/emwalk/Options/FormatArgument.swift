// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// A document format as it is written on the command line.
enum FormatArgument: String, ExpressibleByArgument, CaseIterable {
    case xml, json

    var format: DocumentFormat { self == .xml ? .xml : .json }
}
#endif
