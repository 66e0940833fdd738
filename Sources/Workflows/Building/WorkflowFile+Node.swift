// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension WorkflowFile {
    /// Reads and checks nodes that come from no file, as those of a file are.
    init(_ node: SourceNode, profile: Profile) throws(WorkflowError) {
        self = try WorkflowReader(file: node.position.file).read(node)
        if let problem = WorkflowLint(profile: profile).problems(in: self, source: node).first { throw problem }
    }
}
