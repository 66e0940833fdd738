// SPDX-License-Identifier: Apache-2.0

#if Network
/// What is watched, how often, and how long: `[-n SECONDS] [-c COUNT] LINE`.
struct WatchOrder: Hashable {
    private(set) var pause: Duration = .seconds(2)
    private(set) var line: [String]
    private var left: Int?

    /// Whether it is to be looked at again.
    var goesOn: Bool { left.map { $0 > 0 } ?? true }

    init(_ words: [String]) throws {
        var words = words[...]
        while let option = words.first, option == "-n" || option == "-c" {
            guard let value = words.dropFirst().first.flatMap(Int.init), value >= 1 else {
                throw CommandError("usage", "A number was expected after \(option).", hint: "watch -n 5 show")
            }
            if option == "-n" { pause = .seconds(value) } else { left = value }
            words = words.dropFirst(2)
        }
        line = words.isEmpty ? ["show"] : Array(words)
        guard line.first != "watch" else { throw CommandError("usage", "One cannot watch somebody who watches.") }
        if let verb = line.first, ShellVerb.writes.contains(verb), verb != "run" {
            throw CommandError("usage", "‘\(verb)’ may write, and must not be repeated.", hint: "watch show")
        }
    }

    /// It was looked at.
    mutating func count() { left = left.map { $0 - 1 } }
}
#endif
