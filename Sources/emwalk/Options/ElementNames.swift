// SPDX-License-Identifier: Apache-2.0

#if Network
internal import EnterpriseManager
internal import Hypermedia
internal import XMLSchema

/// The root elements of the API, for completion.
enum ElementNames {
    static var all: [String] { (try? SchemaArgument.model(nil))?.elements.map(\.name) ?? [] }
}
#endif
