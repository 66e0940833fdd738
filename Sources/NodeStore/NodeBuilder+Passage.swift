// SPDX-License-Identifier: Apache-2.0

extension NodeBuilder {
    /// How many bytes are kept of what came since the passage before, roughly.
    public var passageBytes: Int {
        text.count - carriedText + nodes.count * MemoryLayout<NodeRecord>.stride
            + links.count * MemoryLayout<LinkRecord>.stride
    }

    /// Whether a passage may end here: right after a child of the root that was asked for by ``endPassageSoon()``.
    public var isAtSeam: Bool { seamLevel > 0 && level == 1 }

    /// Asks for an end of the passage after the next child of the root.
    public mutating func endPassageSoon() { seamLevel = 2 }

    /// Says that what comes now belongs to this passage, however much it is.
    public mutating func endNoPassage() { seamLevel = 0 }

    /// Hands out what was read so far as a document of its own, and goes on with the same root, its attributes and
    /// nothing in it.
    ///
    /// A list that is longer than memory is read in such passages. Symbols stay what they are.
    ///
    /// - Precondition: ``isAtSeam``.
    public mutating func takePassage() -> NodeStore {
        var passage = NodeBuilder(after: self)
        swap(&self, &passage)
        return passage.freeze()
    }

    /// A builder that goes on inside the root of another one.
    private init(after former: borrowing NodeBuilder) {
        limits = former.limits
        textLimit = former.textLimit
        shortLimit = former.shortLimit
        depthLimit = former.depthLimit
        nodeLimit = former.nodeLimit
        containers = former.containers
        nodes = Column(capacity: former.nodes.count)
        attributes = Column(capacity: former.attributes.count)
        links = Column(capacity: former.links.count)
        text = Column(capacity: former.text.count)
        textRoom = 0
        symbols = SymbolTable(copying: former.symbols)
        rootNamespace = former.rootNamespace
        exceeded = former.exceeded
        isOverLimit = former.isOverLimit
        guard former.nodes.count > 0 else { return }
        open(former.nodes[0].name, kind: former.nodes[0].kind)
        let end = former.nodes.count > 1 ? Int(former.nodes[1].firstAttribute) : former.attributes.count
        for index in 0..<end {
            let record = former.attributes[index]
            attribute(record.name, value: former.text.buffer(record.value))
        }
        carriedText = text.count
        isRest = true
    }
}
