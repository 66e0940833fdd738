// SPDX-License-Identifier: Apache-2.0

/// One step of a workflow: follows a link, picks an item, or checks something.
public struct Step: Hashable, Sendable {
    /// An input that the step does not take, with the reason.
    public struct Refusal: Hashable, Sendable {
        /// The input.
        public let input: String
        /// The rest of a sentence that begins with the name of the input.
        public let reason: String
    }

    /// Its name within the workflow.
    public let id: String
    /// What it does, for people; nil if its name says enough.
    public let description: String?
    /// Where it begins: `$session`, `$steps.ID` or `$steps.ID.task`.
    public let from: Expression
    /// Which link it follows; nil if it stays.
    public let follow: Follow?
    /// Which item it goes on with; nil for the resource itself.
    public let select: Selection?
    /// When it is taken; nil for always.
    public let condition: Condition?
    /// Inputs that it does not take.
    public let refuses: [Refusal]
    /// Inputs that it needs.
    public let requires: [String]
    /// The body that it sends; nil for none.
    public let body: BodyTemplate?
    /// What it changes in the resource, which is read again and sent back whole; empty if it sends a body of its own.
    public let edits: [BodyEdit]
    /// How its effect is read back, right after it; nil to leave that to the workflow.
    public let verify: ReadBack?
    /// How long it waits, and for what; nil for what the runner allows.
    public let awaiting: Awaiting?
    /// What it is repeated for; nil to take it once.
    public let forEach: ForEach?
    /// What a resumed run does about its write.
    public let resume: ResumePolicy
    /// Where the bytes of the answer go; nil for an answer that is a document.
    public let save: Template?
    /// Values to keep.
    public let outputs: [OutputTemplate.Field]
    /// What happens if it worked, the first whose condition holds.
    public let onSuccess: [StepAction]
    /// What happens if it did not, the first whose condition holds.
    public let onFailure: [StepAction]
    /// Where it stands in the file.
    public let position: SourcePosition

    /// How long its task may take; nil for what the runner allows.
    public var taskTimeout: Duration? { awaiting?.until == nil ? awaiting?.timeout : nil }
}
