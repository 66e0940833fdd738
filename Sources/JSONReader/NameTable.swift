// SPDX-License-Identifier: Apache-2.0

import NodeStore

/// What the shape says of each name of a document, by symbol, looked up once per distinct name.
struct NameTable {
    private struct Entry {
        var text = ""
        var traits: KeyTraits?
        var items: ArrayNaming<Symbol>?
        /// The name that stands for it, if it is another.
        var rename: String?
        var renamed: Symbol?
    }

    private let shape: FoldedShape
    private var entries: [Entry] = []

    init(shape: FoldedShape) { self.shape = shape }

    /// Whether the text of a name is known here.
    func knows(_ symbol: Symbol) -> Bool {
        let index = Int(symbol.rawValue)
        return index < entries.count && entries[index].traits != nil
    }

    /// Makes the text of a name known.
    mutating func learn(_ symbol: Symbol, text: String) {
        let index = Int(symbol.rawValue)
        if index >= entries.count {
            entries.append(contentsOf: repeatElement(Entry(), count: index - entries.count + 1))
        }
        entries[index].text = text
        entries[index].traits = shape.traits(ofKey: text)
        entries[index].rename = shape.rename(ofKey: text)
    }

    /// The name that stands for a known key.
    mutating func canonical(_ symbol: Symbol, builder: inout NodeBuilder) -> Symbol {
        let index = Int(symbol.rawValue)
        guard index < entries.count, let name = entries[index].rename else { return symbol }
        if let renamed = entries[index].renamed { return renamed }
        let renamed = intern(name, builder: &builder)
        entries[index].renamed = renamed
        return renamed
    }

    /// What a known name means for links.
    func traits(_ symbol: Symbol) -> KeyTraits {
        let index = Int(symbol.rawValue)
        return index < entries.count ? entries[index].traits ?? KeyTraits() : KeyTraits()
    }

    /// How the items of an array of this known name are named.
    mutating func items(_ symbol: Symbol, builder: inout NodeBuilder) -> ArrayNaming<Symbol> {
        let index = Int(symbol.rawValue)
        guard index < entries.count else { return ArrayNaming(kind: .array, object: symbol, other: symbol) }
        if let items = entries[index].items { return items }
        let names = shape.items(ofKey: entries[index].text)
        let items = ArrayNaming(
            kind: names.kind,
            object: intern(names.object, builder: &builder),
            other: intern(names.other, builder: &builder)
        )
        entries[index].items = items
        return items
    }

    private mutating func intern(_ name: String, builder: inout NodeBuilder) -> Symbol {
        let symbol = builder.intern(name)
        if !knows(symbol) { learn(symbol, text: name) }
        return symbol
    }
}
