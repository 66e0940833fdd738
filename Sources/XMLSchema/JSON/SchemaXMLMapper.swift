// SPDX-License-Identifier: Apache-2.0

internal import LibXML
public import NodeStore

extension SchemaBody {
    /// Reads a document in XML by a schema, so that it can be written as JSON.
    ///
    /// The schema says what is a number, what can be there more than once, and what is a list of plain values. What it
    /// does not know is kept: an element that stands there more than once counts as one that may.
    ///
    /// - Parameters:
    ///   - xml: the document.
    ///   - model: the schema.
    ///   - encoding: what the transport said.
    /// - Throws: why the document could not be read.
    public init(xml: [UInt8], model: SchemaModel, encoding: String? = nil) throws(ReadFailure) {
        let noLinks = LinkShape(element: "", containers: [], rel: "", type: "", href: "", name: "")
        let store = try XMLReader(shape: noLinks).read(xml, encoding: encoding)
        let type = model.declaredElement(store.name(.root))?.type ?? .builtin(.anyType)
        self.init(
            root: SchemaXMLMapper(model: model, store: store).node(.root, TypeCard(type, model), isRepeatable: false),
            namespace: store.rootNamespace
        )
    }
}

/// Turns the nodes of a document in XML into those of a ``SchemaBody``.
struct SchemaXMLMapper {
    let model: SchemaModel
    let store: NodeStore

    func node(_ id: NodeID, _ card: TypeCard, isRepeatable: Bool) -> SchemaBodyNode {
        let name = store.name(id)
        // Names with a prefix belong to XML Schema's own attributes, which JSON has not.
        let attributes = store.attributes(id).filter { !store.text($0.name).contains(":") }
        let children = Array(store.children(id))
        let text = store.text(id)
        if attributes.isEmpty, children.isEmpty, !text.isEmpty || card.order.isEmpty && !card.isComplex {
            return SchemaBodyNode(
                name: name,
                kind: .element,
                content: .value(text, card.values?.kind ?? .text),
                isRepeatable: isRepeatable
            )
        }
        var nodes: [SchemaBodyNode] = []
        for attribute in attributes {
            let name = store.text(attribute.name)
            let kind = card.attribute(name).flatMap { model.valueType(of: $0.type)?.kind } ?? .text
            nodes.append(
                SchemaBodyNode(name: name, kind: .attribute, content: .value(store.text(attribute.value), kind))
            )
        }
        let isBlank = text.allSatisfy(\.isWhitespace)
        if !text.isEmpty, children.isEmpty || !isBlank {
            nodes.append(SchemaBodyNode(name: "", kind: .text, content: .value(text, card.values?.kind ?? .text)))
        }
        let counts = Dictionary(children.map { (store.name($0), 1) }, uniquingKeysWith: +)
        for child in children {
            let name = store.name(child)
            let member = card.element(name)
            nodes.append(
                node(
                    child,
                    member.map { card.card(of: $0, model) } ?? TypeCard(.builtin(.anyType), model),
                    isRepeatable: member.map(\.occurrence.isRepeated) ?? false || (counts[name] ?? 0) > 1
                )
            )
        }
        return SchemaBodyNode(
            name: name,
            kind: .element,
            content: .nodes(nodes),
            isRepeatable: isRepeatable
        )
    }
}
