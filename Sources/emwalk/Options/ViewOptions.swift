// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// How what was read is written, and how much of it.
struct ViewOptions: ParsableArguments {
    @OptionGroup var form: FormatOptions

    @Option(help: ArgumentHelp("Only these properties or parts, such as Name,OptionsDaily.Time.", valueName: "paths"))
    var fields: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only items that fit, such as State=Failed; may be repeated.",
            discussion: """
                With = != < <= > >= or ~ (contains); ~sql alone: contained anywhere. Numbers and dates compare as such: \
                'FreeSpace<500GB', 'EndTimeUTC>12h ago', 'CreationTimeUTC>=yesterday'.
                """,
            valueName: "condition"
        )
    )
    var conditions: [String] = []

    @Flag(help: "Read every page of a collection; else reading stops after \(View.standardCap) items.")
    var all = false

    @Option(name: .customLong("max"), help: ArgumentHelp("Show no more than so many items.", valueName: "n"))
    var most: Int?

    @Flag(help: "On a terminal, too: dates and sizes as received.")
    var exact = false

    @Flag(help: "On a terminal, too: every value of every part of a resource.")
    var full = false

    var format: OutputFormat { form.format }

    mutating func validate() throws {
        if let most, most < 1 { throw ValidationError("--max is 1 or more.") }
        if format == .xml, fields != nil || !conditions.isEmpty {
            throw ValidationError("-o xml is the document as received; --fields and --where choose in other formats.")
        }
        do {
            _ = try view()
        } catch let error as CommandError {
            throw ValidationError([error.message, error.hint].compactMap { $0 }.joined(separator: " "))
        }
    }

    /// What the options ask for.
    func view() throws -> View {
        View(
            format: format,
            fields: try paths(),
            conditions: try conditions.map { try ViewCondition($0) },
            isExact: exact,
            isFull: full,
            most: most,
            readsAll: all
        )
    }

    private func paths() throws -> [PropertyPath] {
        guard let fields else { return [] }
        let texts = fields.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0).trimmingPrefix(" ")
        }
        guard texts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
            throw CommandError("usage", "‘\(fields)’ is no list of properties.", hint: "Write --fields Name,State")
        }
        return texts.map { PropertyPath(String($0)) }
    }
}
#endif
