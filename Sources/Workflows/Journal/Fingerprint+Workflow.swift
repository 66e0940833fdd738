// SPDX-License-Identifier: Apache-2.0

extension Fingerprint {
    /// A short name for what a workflow does; where it stands in which file does not matter.
    static func of(_ workflow: Workflow) -> String {
        var text = ""
        append(workflow, to: &text)
        return of(Array(text.utf8))
    }

    private static func append(_ value: Any, to text: inout String) {
        if value is SourcePosition { return }
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else {
            text += "\(type(of: value))=\(value);"
            return
        }
        text += "\(type(of: value))("
        for child in mirror.children {
            text += "\(child.label ?? ""):"
            append(child.value, to: &text)
        }
        text += ")"
    }
}
