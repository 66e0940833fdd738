// SPDX-License-Identifier: Apache-2.0

#if Network
internal import Hypermedia
internal import Workflows

/// A workflow of the catalogue as JSON.
enum WorkflowJSON {
    static func document(_ workflow: Workflow) -> JSONValue {
        .members(
            ("workflow", .string(workflow.id)),
            ("summary", .string(workflow.summary)),
            ("description", .optional(workflow.description)),
            ("inputs", .array(workflow.inputs.map(input))),
            (
                "danger",
                workflow.danger.map {
                    .members(
                        ("level", .string($0.level.rawValue)),
                        ("text", .string($0.text)),
                        ("source", .optional($0.source))
                    )
                } ?? .null
            ),
            ("steps", .array(workflow.steps.map(step))),
            ("outputs", .array(workflow.outputs.map { .string($0.name) }))
        )
    }

    private static func input(_ input: Input) -> JSONValue {
        .members(
            ("name", .string(input.name)),
            ("required", .boolean(input.isRequired)),
            ("description", .optional(input.description)),
            ("maxLength", input.limits.maxLength.map { .integer($0) } ?? .null)
        )
    }

    private static func step(_ step: Step) -> JSONValue {
        .members(
            ("step", .string(step.id)),
            ("rel", .optional(step.follow?.rel.rawValue)),
            ("types", .array((step.follow?.types ?? []).map { .string($0.rawValue) })),
            ("hasBody", .boolean(step.body != nil))
        )
    }
}
#endif
