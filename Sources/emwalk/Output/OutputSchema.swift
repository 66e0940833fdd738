// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia

/// The JSON Schema of what a command prints with `--json`.
enum OutputSchema {
    /// The schema, if the arguments ask for one.
    static func asked(by arguments: [String]) -> String? {
        let words = arguments.filter { !$0.hasPrefix("-") }
        guard arguments.contains("--describe-json"), var command = words.first else { return nil }
        // What a command with commands of its own prints depends on those.
        if command == "contract", words.count > 1 { command += " \(words[1])" }
        guard let body = schema(of: command) ?? survey(command) else { return nil }
        let head = [
            JSONValue.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string("emwalk \(command) --json")),
        ]
        return JSONValue.object(head + body).text()
    }

    private static func schema(of command: String) -> [JSONValue.Member]? {
        switch command {
        case "parse", "ls", "show", "get": resource
        case "links": list(of: link)
        case "validate":
            list(of: object(["file": text, "verdict": text, "findings": array(of: finding)]))
        case "form": form
        case "schema":
            [
                .init(
                    "anyOf",
                    .array([
                        .object(list(of: object(["element": text, "since": text, "documentation": text]))),
                        .object(form), .object(list(of: text)),
                    ])
                )
            ]
        case "lint": list(of: object(["file": text, "line": integer, "column": integer, "message": text]))
        case "workflows": [.init("type", .array([.string("array"), .string("object")]))]
        case "why":
            members([
                "path": text, "finding": text, "sentence": text,
                "causes": array(
                    of: object([
                        "kind": text, "certainty": text, "sentence": text, "evidence": array(of: object([:])),
                        "source": optionalText, "remedies": array(of: object([:])),
                    ])
                ),
            ])
        case "serve", "simulate": members(["ready": text])
        case "doctor":
            members([
                "verdict": text,
                "checks": array(
                    of: object(["check": text, "verdict": text, "finding": text, "advice": optionalText])
                ),
            ])
        case "plan":
            members([
                "workflow": text, "outcome": text, "hops": array(of: hop), "writes": array(of: object([:])),
                "dangers": array(of: object([:])), "unknowns": array(of: text), "message": text,
            ])
        case "runs":
            [
                .init(
                    "anyOf",
                    .array([
                        .object(list(of: run)), run,
                        object(["forgotten": array(of: text)]),
                    ])
                )
            ]
        case "run", "resume", "compensate":
            [
                .init(
                    "anyOf",
                    .array([
                        object([
                            "workflow": text, "run": text, "outcome": text, "outputs": object([:]),
                            "hops": array(of: hop), "message": text,
                        ]),
                        object([
                            "workflow": text, "group": text, "outcome": text, "runs": array(of: object([:])),
                            "message": text,
                        ]),
                    ])
                )
            ]
        case "do":
            members([
                "verb": text, "rel": text, "type": optionalText, "target": text, "headers": object([:]),
                "body": optionalText, "verdict": optionalText, "sent": flag, "status": integer,
                "task": nullable(object([:])), "results": array(of: object([:])), "dangers": array(of: text),
            ])
        case "demo":
            members([
                "runs": array(of: object([:])), "hops": array(of: object([:])), "requests": integer,
                "writes": integer, "madeUpURLs": integer,
            ])
        default: nil
        }
    }

    static let text: JSONValue = type("string")
    static let integer: JSONValue = .members(("type", .array([.string("integer"), .string("null")])))
    static let flag: JSONValue = type("boolean")
    static let optionalText: JSONValue = .members(("type", .array([.string("string"), .string("null")])))
    private static let hop = object(["step": text, "rel": text, "verb": text, "status": integer, "ms": integer])
    private static let run = object([
        "run": text, "workflow": text, "state": text, "outcome": optionalText, "startedAt": text, "lastAt": text,
        "message": optionalText, "next": optionalText, "inputs": object([:]), "file": optionalText,
        "group": optionalText, "compensates": optionalText, "resumptions": integer, "steps": array(of: text),
        "writes": array(of: object([:])),
    ])
    private static let link = object([
        "rel": text, "type": optionalText, "href": text, "name": optionalText, "owner": text,
    ])
    private static let finding = object([
        "code": text, "severity": text, "message": text, "path": text, "line": integer, "column": integer,
        "jsonPath": optionalText, "allowed": array(of: text),
    ])
    private static let form = members([
        "element": optionalText, "link": nullable(linkBody), "branch": optionalText, "documentation": text,
        "since": optionalText, "inVersion": optionalFlag, "fields": array(of: formField), "example": optionalText,
    ])
    private static let linkBody = object([
        "rel": text, "type": optionalText, "verb": optionalText, "body": text, "alternatives": array(of: text),
        "takesOwner": flag, "note": optionalText, "source": optionalText,
    ])
    private static let formField = object([
        "path": text, "kind": text, "type": text, "required": flag, "minimum": integer, "maximum": integer,
        "limits": array(of: text), "unit": optionalText, "values": array(of: text), "isClosed": flag,
        "default": optionalText, "example": optionalText, "since": optionalText, "inVersion": optionalFlag,
        "documentation": text,
        "choices": array(of: object(["group": integer, "branch": integer, "required": flag])),
    ])
    private static let resource = members([
        "name": text, "type": optionalText, "label": optionalText, "uid": optionalText, "href": optionalText,
        "properties": object([:]), "items": array(of: object([:])), "links": array(of: link),
    ])

    static let optionalFlag: JSONValue = .members(("type", .array([.string("boolean"), .string("null")])))

    static func nullable(_ schema: JSONValue) -> JSONValue {
        .members(("anyOf", .array([schema, type("null")])))
    }
    private static func type(_ name: String) -> JSONValue { .members(("type", .string(name))) }
    static func array(of item: JSONValue) -> JSONValue { .members(("type", .string("array")), ("items", item)) }
    static func list(of item: JSONValue) -> [JSONValue.Member] {
        [.init("type", .string("array")), .init("items", item)]
    }
    static func object(_ parts: KeyValuePairs<String, JSONValue>) -> JSONValue { .object(members(parts)) }

    static func members(_ parts: KeyValuePairs<String, JSONValue>) -> [JSONValue.Member] {
        var result = [JSONValue.Member("type", .string("object"))]
        guard !parts.isEmpty else { return result }
        result.append(.init("required", .array(parts.map { .string($0.key) })))
        result.append(.init("properties", .object(parts.map { .init($0.key, $0.value) })))
        return result
    }
}
#endif
