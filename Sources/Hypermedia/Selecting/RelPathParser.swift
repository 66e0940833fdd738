// SPDX-License-Identifier: Apache-2.0

/// Reads the text of a ``RelPath``.
///
///     path      = [ step *( "/" step ) ]
///     step      = rel [ ":" type ] [ conditions ] / "@" name / "*" [ ":" element ] [ conditions ]
///     conditions = "[" condition *( "," condition ) "]"
///     condition = property-path "=" value
///
/// A word that holds a character of the grammar stands in single or double quotes; inside them a backslash makes a
/// quote or a backslash literal. In conditions on a link, `Name` and `Type` are those of the link; in quotes they are
/// properties of its target like any other. Reads scalars, as a combining character must not hide what it follows.
struct RelPathParser {
    private let text: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    mutating func parse() throws(HypermediaError) -> [RelPath.Step] {
        var steps: [RelPath.Step] = []
        if peek == "/" { position += 1 }
        while position < text.count {
            steps.append(try step())
            if position < text.count {
                guard peek == "/" else { throw failure("a step ends here, so ‘/’ was expected") }
                position += 1
                if position == text.count { break }
            }
        }
        return steps
    }

    private mutating func step() throws(HypermediaError) -> RelPath.Step {
        if peek == "@" {
            position += 1
            return .named(try word(until: "/", what: "a name"))
        }
        if peek == "*" {
            position += 1
            var element: String?
            if peek == ":" {
                position += 1
                element = try word(until: "/[", what: "an element")
            }
            let found = peek == "[" ? try conditions() : []
            return .item(ItemSelector(element: element, where: found.map(\.condition)))
        }
        let rel = try word(until: ":/[", what: "a link relation")
        var selector = LinkSelector(rel: Rel(rel))
        if peek == ":" {
            position += 1
            selector.type = LinkType(try word(until: "/[", what: "a link type"))
        }
        if peek == "[" {
            for (condition, isQuoted) in try conditions() {
                switch isQuoted ? "" : condition.path.description.lowercased() {
                case "name":
                    guard selector.name == nil else { throw failure("the link's Name stands twice in this step") }
                    selector.name = condition.value
                case "type":
                    guard selector.type == nil else { throw failure("the link's Type stands twice in this step") }
                    selector.type = LinkType(condition.value)
                default: selector.target.append(condition)
                }
            }
        }
        return .follow(selector)
    }

    private mutating func conditions() throws(HypermediaError) -> [(condition: PropertyCondition, isQuoted: Bool)] {
        var result: [(condition: PropertyCondition, isQuoted: Bool)] = []
        repeat {
            position += 1
            let isQuoted = peek == "\"" || peek == "'"
            let path = try word(until: "=,]", what: "a property")
            guard peek == "=" else { throw failure("a condition needs ‘=’ and a value, such as Name=Nightly") }
            position += 1
            let value = try word(until: ",]", what: "a value", mayBeEmpty: true)
            result.append((PropertyCondition(path: PropertyPath(path), value: value), isQuoted))
        } while peek == ","
        guard peek == "]" else { throw failure("the brackets are not closed") }
        position += 1
        return result
    }

    private mutating func word(
        until ends: String,
        what: String,
        mayBeEmpty: Bool = false
    ) throws(HypermediaError) -> String {
        if let mark = peek, mark == "\"" || mark == "'" { return try quoted(by: mark) }
        var result = ""
        while let scalar = peek, !ends.unicodeScalars.contains(scalar) {
            guard !"\"'[]".unicodeScalars.contains(scalar) else {
                throw failure("‘\(scalar)’ inside \(what) must stand in quotes")
            }
            result.unicodeScalars.append(scalar)
            position += 1
        }
        guard mayBeEmpty || !result.isEmpty else { throw failure("\(what) was expected") }
        return result
    }

    private mutating func quoted(by mark: Unicode.Scalar) throws(HypermediaError) -> String {
        position += 1
        var result = ""
        let start = position - 1
        while let scalar = peek {
            position += 1
            if scalar == mark { return result }
            if scalar == "\\", let next = peek, next == "\\" || next == "\"" || next == "'" {
                result.unicodeScalars.append(next)
                position += 1
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        position = start
        throw failure("the quotes that open here are not closed")
    }

    private var peek: Unicode.Scalar? { position < text.count ? text[position] : nil }

    private var written: String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text)
        return result
    }

    private func failure(_ problem: String) -> HypermediaError {
        HypermediaError(
            .badPath,
            "The path ‘\(written)’ cannot be read: at character \(position + 1), \(problem).",
            hint:
                "A path looks like Down:JobReferenceList/@Nightly/Alternate:Job; quote values that hold / , [ ] or quotes."
        )
    }
}
