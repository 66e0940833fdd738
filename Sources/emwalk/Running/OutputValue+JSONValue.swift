// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

extension OutputValue {
    var value: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let text): .number(text)
        case .boolean(let flag): .boolean(flag)
        case .null: .null
        case .array(let values): .array(values.map(\.value))
        case .object(let members): .object(members.map { .init($0.name, $0.value.value) })
        }
    }
    func text(pretty: Bool = true) -> String { json(pretty: pretty) }
}
#endif
