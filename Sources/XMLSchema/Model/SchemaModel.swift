// SPDX-License-Identifier: Apache-2.0

public import LibXML

/// An XML schema as a model: what elements there are, and what may stand in them.
///
/// It is made of the documents of one target namespace and never changes. References to types are names; ask
/// ``type(_:)``, ``members(of:)`` and ``valueType(of:)`` to follow them, one level at a time, so that types that
/// contain themselves do no harm.
public struct SchemaModel: Sendable {
    /// The namespace of the documents that the schema describes; nil if they have none.
    public let targetNamespace: String?
    private let elementTable: [String: ElementDeclaration]
    private let attributeTable: [String: AttributeDeclaration]
    private let complexTable: [String: ComplexType]
    private let simpleTable: [String: SimpleType]
    /// From the spelling without case to the names.
    private let foldedNames: [String: [String]]

    /// Reads a schema.
    ///
    /// - Parameter documents: one document, or a door and all that it includes, in any order.
    /// - Throws: the first thing that is wrong, with document and line.
    public init(_ documents: [SchemaDocument]) throws(SchemaModelError) {
        let reader = try SchemaReader(documents)
        targetNamespace = reader.targetNamespace
        elementTable = reader.elements
        attributeTable = reader.attributes
        complexTable = reader.complexTypes
        simpleTable = reader.simpleTypes
        foldedNames = Dictionary(grouping: reader.elements.keys.sorted(), by: { $0.lowercased() })
        var check = ReferenceCheck(model: self)
        try check.run()
    }

    // MARK: Declarations

    /// All global elements, sorted by name.
    public var elements: [ElementDeclaration] { elementTable.values.sorted { $0.name < $1.name } }
    /// All global attributes, sorted by name.
    public var attributes: [AttributeDeclaration] { attributeTable.values.sorted { $0.name < $1.name } }
    /// All complex types with a name, sorted by it.
    public var complexTypes: [ComplexType] { complexTable.values.sorted { ($0.name ?? "") < ($1.name ?? "") } }
    /// All simple types with a name, sorted by it.
    public var simpleTypes: [SimpleType] { simpleTable.values.sorted { ($0.name ?? "") < ($1.name ?? "") } }

    /// The global element with exactly this name, or nil.
    public func declaredElement(_ name: String) -> ElementDeclaration? { elementTable[name] }

    /// The global element with this name, case not counting.
    ///
    /// - Throws: `unknown-element` with the names that may have been meant, nearest first.
    public func element(named name: String) throws(SchemaModelError) -> ElementDeclaration {
        if let element = elementTable[name] { return element }
        if let spelling = foldedNames[name.lowercased()]?.first, let element = elementTable[spelling] { return element }
        let candidates = NearestNames.of(name, in: elementTable.keys.sorted())
        let hint = candidates.first.map { " Did you mean \($0)?" } ?? ""
        throw SchemaModelError(
            .unknownElement,
            "The schema declares no element ‘\(name)’.\(hint)",
            candidates: candidates
        )
    }

    /// The complex type with this name, or nil.
    public func complexType(named name: String) -> ComplexType? { complexTable[name] }
    /// The simple type with this name, or nil.
    public func simpleType(named name: String) -> SimpleType? { simpleTable[name] }
    /// The global attribute with this name, or nil.
    public func attribute(named name: String) -> AttributeDeclaration? { attributeTable[name] }

    /// What a reference stands for.
    ///
    /// One that leads nowhere cannot come from this model; it counts as `xs:anyType`.
    public func type(_ reference: TypeReference) -> ResolvedType {
        switch reference {
        case .builtin(let type): .builtin(type)
        case .complex(let type): .complex(type)
        case .simple(let type): .simple(type)
        case .named(let name):
            if let type = complexTable[name] {
                .complex(type)
            } else if let type = simpleTable[name] {
                .simple(type)
            } else {
                .builtin(.anyType)
            }
        case .element(let name): elementTable[name].map { type($0.type) } ?? .builtin(.anyType)
        case .attribute(let name): attributeTable[name].map { type($0.type) } ?? .builtin(.anySimpleType)
        }
    }

    /// The name of the type behind a reference, or nil if it has none.
    public func typeName(_ reference: TypeReference) -> String? {
        switch reference {
        case .element(let name): elementTable[name].flatMap { typeName($0.type) }
        case .attribute(let name): attributeTable[name].flatMap { typeName($0.type) }
        default: reference.name
        }
    }
}
