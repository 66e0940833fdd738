// SPDX-License-Identifier: Apache-2.0

/// Members as a person sees them: a name that stands in several branches of a choice is one field.
///
/// Schemas write two right orders as a choice between them; a form has no order to offer.
enum MergedMembers {
    static func of(_ members: [SchemaMember]) -> [SchemaMember] {
        var groups: [SchemaMember.Kind: [String: [SchemaMember]]] = [:]
        for member in members { groups[member.kind, default: [:]][member.name, default: []].append(member) }
        var done: [SchemaMember.Kind: Set<String>] = [:]
        var merged: [SchemaMember] = []
        for member in members where done[member.kind, default: []].insert(member.name).inserted {
            let all = groups[member.kind]?[member.name] ?? [member]
            merged.append(all.count == 1 ? member : merge(all))
        }
        // A choice that has one branch left is none: what stands in it can be left out.
        return merged.map { member in
            let choices = member.choices.filter { choice in
                merged.contains { $0.choices.contains { $0.group == choice.group && $0.branch != choice.branch } }
            }
            return choices.count == member.choices.count ? member : member.with(choices, member.occurrence.relaxed)
        }
    }

    /// One member for several: it is required if it is everywhere, and belongs to the choices that all are in with
    /// the same branch.
    private static func merge(_ members: [SchemaMember]) -> SchemaMember {
        let first = members[0]
        let shared = first.choices.filter { choice in members.allSatisfy { $0.choices.contains(choice) } }
        let least = members.map(\.branchOccurrence.minimum).min() ?? 0
        let most = members.map { $0.branchOccurrence.maximum ?? .max }.max() ?? 1
        return first.with(shared, Occurrence(minimum: least, maximum: most == .max ? nil : most))
    }
}

extension SchemaMember {
    fileprivate func with(_ choices: [ChoiceBranch], _ branchOccurrence: Occurrence) -> SchemaMember {
        SchemaMember(
            name: name,
            kind: kind,
            type: type,
            occurrence: occurrence,
            branchOccurrence: branchOccurrence,
            choices: choices,
            isOrderFree: isOrderFree,
            isNillable: isNillable,
            defaultValue: defaultValue,
            fixedValue: fixedValue,
            annotation: annotation
        )
    }
}
