// SPDX-License-Identifier: Apache-2.0

/// What a value must pass.
public enum ValueTest: Hashable, Sendable {
    /// It is this text.
    case equals(Template)
    /// It is one of these texts.
    case oneOf([Template])
    /// It is more than this number, or later than this time.
    case above(Template)
    /// It is less than this number, or earlier than this time.
    case below(Template)

    var templates: [Template] {
        switch self {
        case .equals(let template), .above(let template), .below(let template): [template]
        case .oneOf(let templates): templates
        }
    }
}
