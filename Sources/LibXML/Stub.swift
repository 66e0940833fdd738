public import NodeStore
public struct SchemaFailure: Error {}
public struct SchemaFinding: Sendable { public let line: Int; public let path: String; public let message: String; public let code: Int }
public struct SchemaReport: Sendable { public enum Verdict: Sendable { case valid, invalid, noSchema }; public let verdict: Verdict; public let findings: [SchemaFinding] }
public final class CompiledSchema: Sendable { public init(xsd: [UInt8]) throws(SchemaFailure) {}
 public func validate(_ d: [UInt8], encoding: String? = nil) throws(ReadFailure) -> SchemaReport { SchemaReport(verdict: .valid, findings: []) } }
