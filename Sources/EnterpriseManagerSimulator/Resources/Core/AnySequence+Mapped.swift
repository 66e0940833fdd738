// SPDX-License-Identifier: Apache-2.0

extension AnySequence {
    /// The results of a function, each made when it is asked for.
    ///
    /// A lazy map of a sequence of any kind looks up its own type for every element, which shows in long lists.
    func mapped<Result>(by transform: @escaping (Element) -> Result) -> AnySequence<Result> {
        AnySequence<Result> {
            let source = makeIterator()
            return AnyIterator { source.next().map(transform) }
        }
    }
}
