// SPDX-License-Identifier: Apache-2.0

extension World {
    /// Begins a task and answers 202 with it.
    ///
    /// - Parameters:
    ///   - operation: the name of the task's operation.
    ///   - call: the request.
    ///   - hasMiddleState: whether `OperationFinished` is seen before `Finished`.
    ///   - perform: decides, when the task ends, whether the operation works and what it changes.
    mutating func begin(
        _ operation: String,
        for call: Call,
        hasMiddleState: Bool = false,
        _ perform: @escaping @Sendable (inout World, Duration) -> TaskOutcome
    ) -> Answer {
        let end = call.now + configuration.taskDuration
        let task = TaskRecord(
            number: logons.nextTaskNumber(of: call.session),
            operation: operation,
            start: call.now,
            hasMiddleState: hasMiddleState && call.taskFault != .taskNeverEnds,
            end: end
        )
        logons.keep(task, of: call.session)
        let answer = Answer.accepted(Tasks.element(task, at: call.now, self))
        if call.taskFault == .taskLost { logons.drop(task: task.number, of: call.session) }
        guard call.taskFault != .taskNeverEnds else { return answer }

        plan(at: end) { [session = call.session, number = task.number, fault = call.taskFault] world, now in
            let outcome: TaskOutcome =
                switch fault {
                case .taskFails(let message): .failed(message)
                case .taskFinishedSuccessFalse: .failed(nil)
                default: perform(&world, now)
                }
            world.logons.update(task: number, of: session) { $0.outcome = outcome }
            world.show(outcome, at: now)
        }
        return answer
    }

    /// Does something at once and answers 200 with a task that is finished already, as browsing does
    /// [post_catalog_vms_vmname_vmrestorepoints_id_actoinbrowse].
    mutating func finish(_ operation: String, for call: Call, _ outcome: TaskOutcome) -> Answer {
        var task = TaskRecord(
            number: logons.nextTaskNumber(of: call.session),
            operation: operation,
            start: call.now,
            hasMiddleState: false,
            end: call.now
        )
        switch call.taskFault {
        case .taskFails(let message): task.outcome = .failed(message)
        case .taskFinishedSuccessFalse: task.outcome = .failed(nil)
        case .taskNeverEnds: break
        default:
            task.outcome = outcome
            show(outcome, at: call.now)
        }
        if call.taskFault != .taskLost { logons.keep(task, of: call.session) }
        return .ok(Tasks.element(task, at: call.now, self))
    }

    /// Lets an outcome have its effect, at once or after the configured delay.
    private mutating func show(_ outcome: TaskOutcome, at now: Duration) {
        guard let effect = outcome.effect else { return }
        guard configuration.effectDelay > .zero else { return effect(&self, now) }
        if let claim = outcome.claim { claims.insert(claim) }
        plan(at: now + configuration.effectDelay) { world, now in
            if let claim = outcome.claim { world.claims.remove(claim) }
            effect(&world, now)
        }
    }
}
