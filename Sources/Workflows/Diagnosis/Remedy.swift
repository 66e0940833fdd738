// SPDX-License-Identifier: Apache-2.0

public import Hypermedia

/// What to do now; a command turns it into something to type.
public struct Remedy: Hashable, Sendable {
    /// The kind of thing to do.
    public enum Action: Hashable, Sendable {
        /// Read the resource that a path leads to.
        case look(RelPath)
        /// Perform the link that a path ends with.
        case perform(RelPath)
        /// Ask why for another path.
        case ask(RelPath)
        /// Log on to another version of the API.
        case version(String)
        /// Connect to another port, by another scheme; nil for what is the same.
        case connect(port: Int?, scheme: String?)
        /// Nothing that a command could do.
        case none
    }

    /// What to do.
    public let action: Action
    /// What it is good for, in a sentence.
    public let sentence: String

    init(_ action: Action, _ sentence: String) {
        self.action = action
        self.sentence = sentence
    }

    /// To see what performing the link at the end of a path would send.
    public static func preview(of path: RelPath) -> Remedy {
        Remedy(.perform(path), "See what following it would send.")
    }

    /// The path that it is about, if it is about one.
    public var path: RelPath? {
        switch action {
        case .look(let path), .perform(let path), .ask(let path): path
        case .version, .connect, .none: nil
        }
    }

    /// The word for the kind of thing to do.
    public var word: String {
        switch action {
        case .look: "look"
        case .perform: "perform"
        case .ask: "ask"
        case .version: "version"
        case .connect: "connect"
        case .none: "none"
        }
    }
}
