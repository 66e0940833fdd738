// SPDX-License-Identifier: Apache-2.0

internal import Hypermedia

extension RunMachine {
    /// The selection without what inputs that were not given would have asked for, where that is safe: where any number
    /// of items is welcome, or the greatest of them.
    func narrowed(_ selection: Selection) -> Selection {
        guard selection.cardinality == .many || selection.greatest != nil else { return selection }
        let alternatives = selection.filter.alternatives.map { tests in
            tests.filter { test in
                guard case .value(let template) = test.operand, case .input(let name)? = template.expression else {
                    return true
                }
                return memory.inputs[name] != nil
            }
        }
        return Selection(
            item: selection.item,
            filter: ItemFilter(alternatives: alternatives),
            greatest: selection.greatest,
            cardinality: selection.cardinality,
            position: selection.position
        )
    }
}
