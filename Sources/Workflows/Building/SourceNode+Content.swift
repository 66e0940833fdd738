// SPDX-License-Identifier: Apache-2.0

extension SourceNode {
    /// A node that comes from no file.
    init(content: Content, position: SourcePosition) {
        self.content = content
        self.position = position
    }
}
