// SPDX-License-Identifier: Apache-2.0

/// A pattern facet: a regular expression of XML Schema, which always means the whole value.
///
/// It is read here and not handed to another engine, since their languages differ (`^` and `$` are plain characters
/// in XML Schema) and since an example of a matching value is wanted as well. Matching keeps sets of positions, so
/// its work grows with the product of both lengths and not faster.
struct PatternExpression: Sendable {
    /// A part of the expression.
    indirect enum Part: Sendable {
        case set(PatternSet)
        case sequence([Part])
        case alternatives([Part])
        case repeated(Part, minimum: Int, maximum: Int?)
    }

    let part: Part

    /// Reads a pattern; nil if it uses what is not understood here, such as Unicode blocks.
    init?(_ text: String) {
        var reader = PatternReader(text)
        guard let part = reader.read() else { return nil }
        self.part = part
    }

    /// Whether a value matches as a whole.
    func matches(_ value: String) -> Bool {
        let scalars = Array(value.unicodeScalars)
        return Self.ends(of: part, from: [0], in: scalars).contains(scalars.count)
    }

    private static func ends(of part: Part, from starts: Set<Int>, in value: [Unicode.Scalar]) -> Set<Int> {
        switch part {
        case .set(let set):
            return Set(starts.lazy.filter { $0 < value.count && set.contains(value[$0]) }.map { $0 + 1 })
        case .sequence(let parts):
            return parts.reduce(starts) { $1.isEmptySequence || $0.isEmpty ? $0 : ends(of: $1, from: $0, in: value) }
        case .alternatives(let parts):
            return parts.reduce(into: []) { $0.formUnion(ends(of: $1, from: starts, in: value)) }
        case .repeated(let part, let minimum, let maximum):
            var current = starts
            for _ in 0..<minimum where !current.isEmpty { current = ends(of: part, from: current, in: value) }
            var result = current
            var count = minimum
            while !current.isEmpty, maximum.map({ count < $0 }) ?? true {
                current = ends(of: part, from: current, in: value).subtracting(result)
                result.formUnion(current)
                count += 1
            }
            return result
        }
    }

    /// A value that matches: the first alternatives, and the fewest repetitions that are allowed plus some more.
    ///
    /// Characters are taken from their sets in turn, so that eight hexadecimal digits read `01234567`.
    func example(more: Int = 0) -> String {
        var text = ""
        var turn = 0
        Self.write(part, more: more, turn: &turn, to: &text)
        return text
    }

    private static func write(_ part: Part, more: Int, turn: inout Int, to text: inout String) {
        switch part {
        case .set(let set): write(set.examples, turn: &turn, to: &text)
        case .sequence(let parts): for part in parts { write(part, more: more, turn: &turn, to: &text) }
        case .alternatives(let parts): if let first = parts.first { write(first, more: more, turn: &turn, to: &text) }
        case .repeated(let part, let minimum, let maximum):
            // An optional part is left out: `(\..*)?` would only make the value longer.
            let isOptional = minimum == 0 && maximum == 1
            let count = isOptional ? 0 : min(minimum + more, maximum ?? .max)
            if case .set(let set) = part, count > 0 {
                let members = set.examples
                for _ in 0..<min(count, 1_000) { write(members, turn: &turn, to: &text) }
            } else {
                for _ in 0..<min(count, 1_000) { write(part, more: more, turn: &turn, to: &text) }
            }
        }
    }

    private static func write(_ members: [Unicode.Scalar], turn: inout Int, to text: inout String) {
        if members.count == 1 {
            text.unicodeScalars.append(members[0])
        } else if !members.isEmpty {
            text.unicodeScalars.append(members[turn % members.count])
            turn += 1
        }
    }
}

extension PatternExpression.Part {
    fileprivate var isEmptySequence: Bool {
        if case .sequence(let parts) = self { return parts.isEmpty }
        return false
    }
}
