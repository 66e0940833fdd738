// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// Reads `key=value` arguments.
enum InputArguments {
    /// The pairs in the order they were typed; a key may occur once.
    static func pairs(_ arguments: [String]) throws -> [(key: String, value: String)] {
        var result: [(key: String, value: String)] = []
        for argument in arguments {
            guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
                throw CommandError(
                    "usage",
                    "‘\(argument)’ is no input.",
                    hint: "Write key=value; quote values with blanks: name=\"A B\""
                )
            }
            let key = String(argument[..<equals])
            guard !result.contains(where: { $0.key == key }) else {
                throw CommandError("usage", "The input ‘\(key)’ is given twice.")
            }
            result.append((key, String(argument[argument.index(after: equals)...])))
        }
        return result
    }

    /// The pairs as a dictionary.
    static func dictionary(_ arguments: [String]) throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try pairs(arguments).map { ($0.key, $0.value) })
    }

    /// A request body: `A.B=text` nests, `A:=json` gives a number, true, false or null its own kind.
    static func fields(_ arguments: [String]) throws -> [BodyField] {
        var fields: [BodyField] = []
        for (key, value) in try pairs(arguments) {
            let isRaw = key.hasSuffix(":")
            let names = (isRaw ? String(key.dropLast()) : key).split(separator: ".").map(String.init)
            guard !names.isEmpty else { throw CommandError("usage", "‘\(key)’ names no field.") }
            insert(isRaw ? try scalar(value, key: key) : .string(value), at: names[...], into: &fields)
        }
        return fields
    }

    private static func insert(_ value: BodyValue, at names: ArraySlice<String>, into fields: inout [BodyField]) {
        guard let name = names.first else { return }
        let rest = names.dropFirst()
        if rest.isEmpty {
            fields.append(BodyField(name, value))
            return
        }
        if let index = fields.firstIndex(where: { $0.name == name }), case .fields(var inner) = fields[index].value {
            insert(value, at: rest, into: &inner)
            fields[index].value = .fields(inner)
        } else {
            var inner: [BodyField] = []
            insert(value, at: rest, into: &inner)
            fields.append(BodyField(name, .fields(inner)))
        }
    }

    private static func scalar(_ text: String, key: String) throws -> BodyValue {
        if text == "true" || text == "false" { return .boolean(text == "true") }
        guard Double(text) != nil else {
            throw CommandError(
                "usage",
                "‘\(text)’ after \(key)= is no number, true or false.",
                hint: "Use key=value for text."
            )
        }
        return .number(text)
    }
}
#endif
