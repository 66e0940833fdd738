// SPDX-License-Identifier: Apache-2.0

/// One thing to put into a body: a path and a value, as in `BackupJobCloneInfo.JobName=Copy`.
///
/// A path has the names of elements and attributes from the root, which is left out, with points between them; case
/// does not count. A number from 1 in brackets tells one of several elements of a name (`Fruit[2].Ripe`), an `@`
/// says that an attribute is meant where an element has the same name. The last names alone are enough where only
/// one path ends so.
public struct BodyEntry: Hashable, Sendable {
    /// Where the value belongs.
    public var path: String
    /// The value; empty for an element that shall be there and be empty.
    public var value: String

    /// An entry.
    public init(_ path: String, _ value: String) {
        self.path = path
        self.value = value
    }

    /// An entry written `path=value`; nil if there is no `=` or nothing before it.
    public init?(_ text: String) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
        self.init(String(text[..<sign]), String(text[text.index(after: sign)...]))
    }
}
