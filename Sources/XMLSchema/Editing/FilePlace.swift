// SPDX-License-Identifier: Apache-2.0

/// Where a path leads in a document.
enum FilePlace: Equatable {
    /// To something that is there.
    case found(Int)
    /// To something new: the first step that is not there, and what it would stand in.
    case absent(step: Int, parent: Int)
    /// To one of several, and no number was given.
    case several(step: Int, count: Int)
    /// To a number beyond the next.
    case beyond(step: Int, count: Int)
}
