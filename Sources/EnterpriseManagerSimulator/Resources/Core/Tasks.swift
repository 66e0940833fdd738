// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// `Task`: what answers every action; visible to its logon session only [tasks, get_tasks_id].
enum Tasks: ResourceFamily {
    static let audience = Audience.session
    static let list = Address("tasks")
    static func one(_ id: String) -> Address { Address("tasks/\(id)") }
    static var hubLinks: HubLinks { HubLinks(services: [OfferedLink("Down", "TaskList", list)]) }

    static func register(in router: inout Router) {
        router.on(.get, "tasks") { (call, world) throws(Refusal) in
            let tasks = world.logons.sessions[call.session]?.tasks.values.sorted { $0.number < $1.number } ?? []
            return .ok(.list("Tasks", of: "Task", tasks.map { element($0, at: call.now, world) }))
        }
        router.on(.get, "tasks/*") { (call, world) throws(Refusal) in
            .ok(element(try task(call, in: world), at: call.now, world))
        }
        // One page says that this stops the task [delete_task_id]; here it only drops the record.
        router.on(.delete, "tasks/*") { (call, world) throws(Refusal) in
            world.logons.drop(task: try task(call, in: world).number, of: call.session)
            return .gone
        }
    }

    private static func task(_ call: Call, in world: World) throws(Refusal) -> TaskRecord {
        let id = call.parameters.first ?? ""
        guard id.lowercased().hasPrefix("task-"), let number = Int(id.dropFirst(5)),
            let task = world.logons.sessions[call.session]?.tasks[number]
        else {
            // The sentence and the odd status are those of a live server.
            let message = "There is no backup task with id [\(id)] in current rest session"
            throw Refusal(world.configuration.unknownTaskStatus.rawValue, message)
        }
        return task
    }

    static func element(_ task: TaskRecord, at now: Duration, _ world: World) -> Element {
        let deleteType = world.configuration.deleteLinkTyped ? "Task" : nil
        let delete = OfferedLink("Delete", deleteType, one(task.id))
        let (state, result): (String, Content) =
            if let outcome = task.outcome {
                ("Finished", self.result(outcome.success, outcome.message))
            } else if task.hasMiddleState, now >= task.start + (task.end - task.start) / 2 {
                ("OperationFinished", self.result(true, "OperationFinished"))
            } else {
                ("Running", .absent("Result"))
            }
        return Element(
            "Task",
            Identity(type: "Task", address: one(task.id)),
            links: [delete] + (task.outcome?.links ?? []),
            content: [.text("TaskId", task.id), .text("State", state), .text("Operation", task.operation), result]
        )
    }

    private static func result(_ success: Bool, _ message: String?) -> Content {
        .element(Element("Result", attributes: [("Success", .boolean(success))], content: [.text("Message", message)]))
    }
}

extension Tasks: Queryable {
    static var queries: [QuerySource] {
        [
            QuerySource("Task") { call, world in
                (world.logons.sessions[call.session]?.tasks.values.sorted { $0.number < $1.number } ?? [])
                    .lazy.map { task in QueryRow { element(task, at: call.now, world) } }
            }
        ]
    }
}
