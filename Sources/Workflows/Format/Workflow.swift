// SPDX-License-Identifier: Apache-2.0

/// A named job that people do: steps over link relations, with inputs, dangers, a read-back and outputs.
public struct Workflow: Hashable, Sendable {
    /// Its name.
    public let id: String
    /// What it does, in a few words.
    public let summary: String
    /// More about it; nil if there is nothing more to say.
    public let description: String?
    /// What it takes, in the order of the file.
    public let inputs: [Input]
    /// What it does beside what it is asked for; nil if nothing.
    public let danger: Danger?
    /// Its steps, in order.
    public let steps: [Step]
    /// Steps that are taken at the end, whatever happened, as far as there is something to take them on.
    public let finally: [Step]
    /// How it reads back what it brought about; nil for workflows that only read.
    public let verify: ReadBack?
    /// Why a write is not read back (`x-unverified`); nil if it is, or if there is none.
    public let unverifiedReason: String?
    /// How its effect is undone; nil if no workflow does.
    public let compensation: Compensation?
    /// What it hands back.
    public let outputs: [OutputTemplate.Field]
    /// Where it stands in the file.
    public let position: SourcePosition

    /// The step of that name, be it one of the last.
    public func step(_ id: String) -> Step? { (steps + finally).first { $0.id == id } }

    /// The input of that name.
    public func input(_ name: String) -> Input? { inputs.first { $0.name == name } }
}
