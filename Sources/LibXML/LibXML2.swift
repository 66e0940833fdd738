// SPDX-License-Identifier: Apache-2.0

import CLibXML2

/// What must be done once before anything else of libxml2 is called.
enum LibXML2 {
    /// Runs the two lazy initialisers under Swift's own lock.
    ///
    /// Before 2.15 `xmlSchemaInitTypes` is guarded by a plain flag: two threads that compile their first schema
    /// together race, and one compilation can fail.
    static let bootstrap: Void = {
        xmlInitParser()
        xmlSchemaInitTypes()
    }()

    /// Runs a synchronous call with the thread's error handler set, and puts the former one back.
    ///
    /// Some errors bypass the handler of their context (regular expressions, character sets, memory); in 2.9 they
    /// go to standard error unless the thread has a handler. There is no suspension point in here, so the thread
    /// cannot change in between.
    static func collecting<Result>(
        _ handler: xmlStructuredErrorFunc,
        into data: UnsafeMutableRawPointer,
        _ body: () -> Result
    ) -> Result {
        let formerHandler = emwalk_threadHandler()
        let formerData = emwalk_threadHandlerData()
        xmlSetStructuredErrorFunc(data, handler)
        defer { xmlSetStructuredErrorFunc(formerData, formerHandler) }
        return body()
    }
}
