// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// A value that is known only when a workflow runs, such as `$inputs.job` or `$steps.entity.item.JobType`.
///
/// The names are those of Arazzo's runtime expressions where it has them.
public enum Expression: Hashable, Sendable, CustomStringConvertible {
    /// `$inputs.NAME`
    case input(String)
    /// `$session`: the resource that the logon session begins with.
    case session
    /// `$steps.ID`: the item that the step selected, else the resource that it read.
    case step(String)
    /// `$steps.ID.task`: the finished task of a write.
    case stepTask(String)
    /// `$steps.ID.item.PATH`
    case stepItem(String, PropertyPath?)
    /// `$steps.ID.items`, `$steps.ID.items.PATH`: the items of what the step read, or those that it selected if it
    /// may select many.
    case stepItems(String, PropertyPath?)
    /// `$steps.ID.outputs.NAME`
    case stepOutput(String, String)
    /// `$item`, `$item.PATH`: the item at hand.
    case item(PropertyPath?)
    /// `$found.PATH`: of what a lookup found.
    case found(PropertyPath)
    /// `$verify.item`, `$verify.item.PATH`: the item that the read-back was looking for.
    case verifyItem(PropertyPath?)
    /// `$verify.items`, `$verify.items.PATH`: of the read-back.
    case verifyItems(PropertyPath?)
    /// `$outputs.PATH`: of what the run handed back, for the workflow that undoes it.
    case output(PropertyPath)
    /// `$statusCode`: of the latest answer.
    case statusCode

    /// The text, as it parses.
    public var description: String {
        func dotted(_ path: PropertyPath?) -> String { path.map { ".\($0)" } ?? "" }
        switch self {
        case .input(let name): return "$inputs.\(name)"
        case .session: return "$session"
        case .step(let id): return "$steps.\(id)"
        case .stepTask(let id): return "$steps.\(id).task"
        case .stepItem(let id, let path): return "$steps.\(id).item\(dotted(path))"
        case .stepItems(let id, let path): return "$steps.\(id).items\(dotted(path))"
        case .stepOutput(let id, let name): return "$steps.\(id).outputs.\(name)"
        case .item(let path): return "$item\(dotted(path))"
        case .found(let path): return "$found.\(path)"
        case .verifyItem(let path): return "$verify.item\(dotted(path))"
        case .verifyItems(let path): return "$verify.items\(dotted(path))"
        case .output(let path): return "$outputs.\(path)"
        case .statusCode: return "$statusCode"
        }
    }

    /// Whether it can stand for a resource rather than a text.
    var mayBeResource: Bool {
        switch self {
        case .session, .step, .stepTask, .stepItem(_, nil), .item(nil), .verifyItem(nil): true
        default: false
        }
    }

    /// The step that it is about, if it is about one.
    var stepID: String? {
        switch self {
        case .step(let id), .stepTask(let id), .stepItem(let id, _), .stepItems(let id, _), .stepOutput(let id, _): id
        case .input, .session, .item, .found, .verifyItem, .verifyItems, .output, .statusCode: nil
        }
    }
}
