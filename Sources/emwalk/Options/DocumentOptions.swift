// SPDX-License-Identifier: Apache-2.0

#if Network
internal import ArgumentParser
internal import Hypermedia

/// How a result that is one document is written.
struct DocumentOptions: ParsableArguments {
    @OptionGroup var form: FormatOptions

    var format: OutputFormat { form.format }

    mutating func validate() throws {
        if form.output == .xml { throw ValidationError("-o xml is for documents of the server: ls, show and get.") }
    }

    /// Writes a document, or what people get instead.
    ///
    /// - Parameter rows: what stands for the document where there is one line for each row; nil for the document.
    func write(
        _ document: @autoclosure () -> JSONValue,
        rows: @autoclosure () -> JSONValue? = nil,
        to console: Console,
        people: () -> String
    ) throws {
        if format == .table {
            console.out(people())
        } else {
            let shown = format.isRows ? rows() ?? document() : document()
            console.outRaw(Array((try format.text(shown) ?? "").utf8))
        }
    }
}
#endif
