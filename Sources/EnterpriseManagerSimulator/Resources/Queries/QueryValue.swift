// SPDX-License-Identifier: Apache-2.0

/// What queries compare: texts without case, and everything else as a number.
enum QueryValue: Comparable, Sendable {
    case number(Double)
    case text(String)
}
