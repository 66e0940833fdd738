// SPDX-License-Identifier: Apache-2.0

#if Network
internal import CLibEdit

/// Reads lines at a terminal that can be edited, recalled and completed, by libedit.
///
/// Not sendable: it belongs to whoever reads, and blocks the thread while somebody types. Only one may be in use.
public final class LineEditor {
    // The pointers are made in `init`, used by calls on this instance only, which are never at the same time as the
    // class is not sendable, and freed in `deinit`.
    private let editor: OpaquePointer
    private let history: OpaquePointer
    /// The library asks for the prompt each time it draws it, and wants it to stay where it is.
    private var prompt: UnsafeMutablePointer<CChar>
    private let complete: (String) -> Completion
    private let width: () -> Int

    /// An editor at the terminal of the process; nil if the library cannot use it.
    ///
    /// - Parameters:
    ///   - program: the name under which ~/.editrc may have settings.
    ///   - mostLines: how many lines can be recalled.
    ///   - width: tells how many columns the terminal has.
    ///   - complete: what may stand at the end of the line up to the cursor; asked on each tab key, so it must be quick.
    public init?(
        program: String,
        mostLines: Int = 1000,
        width: @escaping () -> Int = { 80 },
        complete: @escaping (String) -> Completion
    ) {
        emwalk_el_use_utf8()
        guard let editor = emwalk_el_init(program), let history = history_init() else { return nil }
        self.editor = editor
        self.history = history
        self.complete = complete
        self.width = width
        prompt = LineEditor.copy("> ")
        _ = emwalk_history_set_size(history, Int32(mostLines))
        // The library calls back during `read` only, when this instance is alive; so it needs not be retained.
        _ = emwalk_el_set_data(editor, Unmanaged.passUnretained(self).toOpaque())
        _ = emwalk_el_set_prompt(editor) { editor in LineEditor.of(editor)?.prompt }
        _ = emwalk_el_set_editor(editor, "emacs")
        _ = emwalk_el_set_signal(editor, 1)
        _ = emwalk_el_set_history(editor, history)
        _ = emwalk_el_add(editor, "emwalk-complete", "Complete the word") { editor, _ in
            LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
        }
        _ = emwalk_el_add(editor, "emwalk-clear", "Begin the line anew") { editor, _ in
            LineEditor.of(editor)?.clear() ?? UInt8(CC_ERROR)
        }
        _ = emwalk_el_bind(editor, "^I", "emwalk-complete")
        _ = emwalk_el_bind(editor, "^R", "em-inc-search-prev")
        _ = emwalk_el_bind(editor, "^W", "ed-delete-prev-word")
        _ = emwalk_el_bind(editor, "\\e[1;5C", "em-next-word")
        _ = emwalk_el_bind(editor, "\\e[1;5D", "ed-prev-word")
        // Ctrl-C is a key like any other while somebody types. So is Ctrl-Z then, which does what it always did.
        _ = emwalk_el_set_tty(editor, "-isig")
        _ = emwalk_el_bind(editor, "^C", "emwalk-clear")
        _ = emwalk_el_add(editor, "emwalk-suspend", "Stop until the program is continued") { _, _ in
            emwalk_el_suspend()
            return UInt8(CC_REDISPLAY)
        }
        _ = emwalk_el_bind(editor, "^Z", "emwalk-suspend")
        _ = el_source(editor, nil)
    }

    deinit {
        el_end(editor)
        history_end(history)
        prompt.deallocate()
    }

    /// Reads a line; nil when the input ends.
    ///
    /// - Parameter prompt: what stands before it. What is between two bytes 1 takes no column: colours.
    public func read(prompt text: String) -> String? {
        prompt.deallocate()
        prompt = LineEditor.copy(text)
        var count: Int32 = 0
        guard let line = el_gets(editor, &count), count > 0 else { return nil }
        var text = String(cString: line)
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }

    /// Lets a line be recalled.
    public func remember(_ line: String) { _ = emwalk_history_enter(history, line) }

    // MARK: Called by the library

    private static func of(_ editor: OpaquePointer?) -> LineEditor? {
        guard let data = editor.flatMap({ emwalk_el_data($0) }) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
    }

    private func completeWord() -> UInt8 {
        guard let line = el_line(editor)?.pointee, let buffer = line.buffer, let cursor = line.cursor else {
            return UInt8(CC_ERROR)
        }
        let bytes = UnsafeRawBufferPointer(start: buffer, count: cursor - buffer)
        switch CompletionStep(complete(String(decoding: bytes, as: UTF8.self))) {
        case .nothing: return UInt8(CC_REFRESH_BEEP)
        case .replace(let count, let text):
            if count > 0 { el_deletestr(editor, Int32(count)) }
            return el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
        case .show(let words):
            emwalk_el_print("\n" + Columns(words, width: width()).lines.joined(separator: "\n") + "\n")
            return UInt8(CC_REDISPLAY)
        }
    }

    private func clear() -> UInt8 {
        guard let line = el_line(editor)?.pointee, let buffer = line.buffer, let last = line.lastchar else {
            return UInt8(CC_ERROR)
        }
        // More than enough: the library stops at either end.
        let count = Int32(clamping: last - buffer)
        _ = el_cursor(editor, count)
        el_deletestr(editor, count)
        return UInt8(CC_REFRESH)
    }

    private static func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        return copy
    }
}
#endif
