// SPDX-License-Identifier: Apache-2.0

/// Reads the filter of a query.
///
///     filter := and { "," and }        and := term { ";" term }
///     term   := "(" filter ")" | field operator value
///     value  := bare text, its blanks ignored | '"' text with doubled quotes '"'
///
/// That `;` binds closer than `,` is inferred: the guide groups with parentheses wherever both occur [query_grouping].
struct QueryFilterParser {
    private let type: QueryType
    private var rest: Substring
    private let length: Int

    private init(_ text: String, type: QueryType) {
        rest = text[...]
        length = text.count
        self.type = type
    }

    /// The condition that a text spells.
    ///
    /// - Throws: 400 with what is wrong and where.
    static func read(_ text: String, type: QueryType) throws(Refusal) -> QueryFilter {
        var parser = QueryFilterParser(text, type: type)
        let filter = try parser.alternatives(depth: 0)
        guard parser.rest.isEmpty else { throw parser.failure("\(parser.rest.prefix(1)) is not expected") }
        return filter
    }

    private mutating func alternatives(depth: Int) throws(Refusal) -> QueryFilter {
        guard depth < 50 else { throw failure("it is nested too deeply") }
        var filters = [try conjunction(depth: depth)]
        while skip(",") { filters.append(try conjunction(depth: depth)) }
        return filters.count == 1 ? filters[0] : .any(filters)
    }

    private mutating func conjunction(depth: Int) throws(Refusal) -> QueryFilter {
        var filters = [try term(depth: depth)]
        while skip(";") { filters.append(try term(depth: depth)) }
        return filters.count == 1 ? filters[0] : .all(filters)
    }

    private mutating func term(depth: Int) throws(Refusal) -> QueryFilter {
        if skip("(") {
            let filter = try alternatives(depth: depth + 1)
            guard skip(")") else { throw failure("a closing parenthesis is missing") }
            return filter
        }
        skipBlanks()
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard !name.isEmpty else { throw failure("the name of a field is expected") }
        let field = try type.field(String(name))
        rest = rest.dropFirst(name.count)
        skipBlanks()
        guard let comparison = QueryOperator.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
            throw failure("one of ==, !=, >, <, >= and <= is expected after \(name)")
        }
        rest = rest.dropFirst(comparison.rawValue.count)
        return .compare(field, comparison, try field.value(try value(of: name)))
    }

    private mutating func value(of field: Substring) throws(Refusal) -> String {
        skipBlanks()
        guard rest.first == "\"" else { return try bare(field) }
        // `""Backup""` is bare text with two quotes of its own [optional_query_parameters], `""` is nothing.
        let afterTwo = rest.dropFirst(2).first { $0 != " " }
        if rest.hasPrefix("\"\""), let afterTwo, !";,)\"".contains(afterTwo) { return try bare(field) }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            guard character == "\"" else {
                text.append(character)
                continue
            }
            guard rest.first == "\"" else { return text }
            text.append("\"")
            rest.removeFirst()
        }
        throw failure("the closing quote of the value of \(field) is missing")
    }

    private mutating func bare(_ field: Substring) throws(Refusal) -> String {
        var text = ""
        while let character = rest.first, !";,()".contains(character) {
            rest.removeFirst()
            if character == "\"" {
                guard rest.first == "\"" else { throw failure("a quote inside the value of \(field) is to be doubled") }
                rest.removeFirst()
            }
            if character != " " { text.append(character) }
        }
        guard !text.isEmpty else { throw failure("the value of \(field) is missing") }
        if rest.first == "(" { throw failure("the value of \(field) is to stand in quotes") }
        return text
    }

    private mutating func skip(_ character: Character) -> Bool {
        skipBlanks()
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

    private func failure(_ reason: String) -> Refusal {
        Refusal(400, "Filter is invalid at character \(length - rest.count + 1): \(reason)")
    }
}
