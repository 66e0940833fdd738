// SPDX-License-Identifier: Apache-2.0

/// Reads the text of a ``RelPath``.
///
///     path      = [ step *( "/" step ) ]
///     step      = rel [ ":" type ] [ "[" condition *( "," condition ) "]" ] / "@" name / "*[" … "]"
///     condition = property-path "=" value
///
/// A word that holds a character of the grammar stands in single or double quotes; inside them a backslash makes a
/// quote or a backslash literal.
struct RelPathParser {
    private let text: [Character]
    private var position = 0

    init(_ text: String) { self.text = Array(text) }

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
            guard peek == "[" else { throw failure("‘*’ needs conditions in brackets, such as *[Name=Nightly]") }
            return .item(ItemSelector(where: try conditions()))
        }
        let rel = try word(until: ":/[", what: "a link relation")
        var selector = LinkSelector(rel: Rel(rel))
        if peek == ":" {
            position += 1
            selector.type = LinkType(try word(until: "/[", what: "a link type"))
        }
        if peek == "[" {
            for condition in try conditions() {
                switch condition.path.description.lowercased() {
                case "name" where selector.name == nil: selector.name = condition.value
                case "type" where selector.type == nil: selector.type = LinkType(condition.value)
                default: selector.target.append(condition)
                }
            }
        }
        return .follow(selector)
    }

    private mutating func conditions() throws(HypermediaError) -> [PropertyCondition] {
        var result: [PropertyCondition] = []
        repeat {
            position += 1
            let path = try word(until: "=,]", what: "a property")
            guard peek == "=" else { throw failure("a condition needs ‘=’ and a value, such as Name=Nightly") }
            position += 1
            let value = try word(until: ",]", what: "a value", mayBeEmpty: true)
            result.append(PropertyCondition(path: PropertyPath(path), value: value))
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
        while let character = peek, !ends.contains(character) {
            guard !"\"'[]".contains(character) else {
                throw failure("‘\(character)’ inside \(what) must stand in quotes")
            }
            result.append(character)
            position += 1
        }
        guard mayBeEmpty || !result.isEmpty else { throw failure("\(what) was expected") }
        return result
    }

    private mutating func quoted(by mark: Character) throws(HypermediaError) -> String {
        position += 1
        var result = ""
        while let character = peek {
            position += 1
            if character == mark { return result }
            if character == "\\", let next = peek, next == "\\" || next == "\"" || next == "'" {
                result.append(next)
                position += 1
            } else {
                result.append(character)
            }
        }
        throw failure("the quotes are not closed")
    }

    private var peek: Character? { position < text.count ? text[position] : nil }

    private func failure(_ problem: String) -> HypermediaError {
        HypermediaError(
            .badPath,
            "The path ‘\(String(text))’ cannot be read: at character \(position + 1), \(problem).",
            hint:
                "A path looks like Down:JobReferenceList/@Nightly/Alternate:Job; quote values that hold / , [ ] or quotes."
        )
    }
}
