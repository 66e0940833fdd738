// SPDX-License-Identifier: Apache-2.0

/// The keys that each part of a workflow file may have; the JSON Schema of the format lists the same.
enum FormatKeys: String, CaseIterable, Sendable {
    case file, info, workflow, inputs, property, danger, step, follow, select, await, action, verify
    case condition, exists, offered, present, propertyCondition, each, lookup, firstOf, resource, forEach, compensate

    /// The keys; beside them, every part may have keys that begin with `x-`.
    var names: [String] {
        switch self {
        case .file: ["emflow", "info", "workflows"]
        case .info: ["title", "version", "description"]
        case .workflow:
            [
                "workflowId", "summary", "description", "inputs", "danger", "steps", "finally", "verify", "compensate",
                "outputs",
            ]
        case .inputs: ["type", "required", "properties"]
        case .property:
            [
                "type", "description", "default", "minLength", "maxLength", "minimum", "maximum", "format", "enum",
                "writeOnly",
            ]
        case .danger: ["level", "text", "source"]
        case .step:
            [
                "stepId", "description", "from", "follow", "select", "when", "refuses", "requires", "body", "edit",
                "await", "forEach", "verify", "resume", "save", "outputs", "onSuccess", "onFailure",
            ]
        case .follow: ["rel", "type", "name", "cardinality", "query", "pages", "missing"]
        case .select: ["item", "where", "greatest", "cardinality"]
        case .await: ["timeout", "until", "fail", "interval", "maxDelay"]
        case .action: ["type", "stepId", "outcome", "message", "when", "retryAfter", "retryLimit", "limit"]
        case .verify:
            [
                "from", "follow", "select", "exists", "absent", "holds", "gone", "fails", "within", "required",
                "conclusive",
            ]
        case .condition:
            ["exists", "property", "present", "offered", "equals", "status", "given", "not", "anyOf", "allOf"]
        case .exists: ["from", "item", "where"]
        case .offered: ["from", "rel", "type", "name", "query"]
        case .present: ["from", "path"]
        case .propertyCondition: ["from", "path", "equals", "oneOf", "above", "below"]
        case .each: ["each", "as"]
        case .lookup: ["lookup", "where", "value"]
        case .firstOf: ["firstOf"]
        case .resource: ["resource"]
        case .forEach: ["in", "path", "skip", "take", "max"]
        case .compensate: ["workflowId", "inputs"]
        }
    }
}
