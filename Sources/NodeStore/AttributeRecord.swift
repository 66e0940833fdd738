// SPDX-License-Identifier: Apache-2.0

/// One row of the attribute column.
@usableFromInline
struct AttributeRecord: BitwiseCopyable {
    var name: Symbol
    var value: TextRange

    init(name: Symbol, value: TextRange) {
        self.name = name
        self.value = value
    }
}
