// SPDX-License-Identifier: Apache-2.0

/// What may stand inside an element, and in which order.
///
/// References to groups are replaced by what the groups hold.
public indirect enum Particle: Hashable, Sendable {
    /// An element.
    case element(ElementDeclaration, Occurrence)
    /// All of these, in this order.
    case sequence([Particle], Occurrence)
    /// One of these.
    case choice([Particle], Occurrence)
    /// All of these, in any order.
    case all([Particle], Occurrence)
    /// Elements that the schema does not name.
    case any(Wildcard, Occurrence)

    /// How often it may stand there.
    public var occurrence: Occurrence {
        switch self {
        case .element(_, let occurrence), .sequence(_, let occurrence), .choice(_, let occurrence),
            .all(_, let occurrence), .any(_, let occurrence):
            occurrence
        }
    }
}
