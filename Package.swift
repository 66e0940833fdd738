// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

/// The trait that brings sockets: the HTTP client, the simulator's server, the stores and the command.
///
/// `swift build --disable-default-traits` builds and tests everything else in seconds.
let network: TargetDependencyCondition? = .when(traits: ["Network"])

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "emwalk",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "XMLSchema", targets: ["XMLSchema"]),
        .library(name: "Hypermedia", targets: ["Hypermedia"]),
        .library(name: "HypermediaClient", targets: ["HypermediaClient"]),
        .library(name: "HTTPTransport", targets: ["HTTPTransport"]),
        .library(name: "Workflows", targets: ["Workflows"]),
        .library(name: "RunStore", targets: ["RunStore"]),
        .library(name: "Survey", targets: ["Survey"]),
        .library(name: "EnterpriseManager", targets: ["EnterpriseManager"]),
        .library(name: "EnterpriseManagerSimulator", targets: ["EnterpriseManagerSimulator"]),
        .library(name: "EnterpriseManagerSimulatorServer", targets: ["EnterpriseManagerSimulatorServer"]),
        .executable(name: "emwalk", targets: ["emwalk"]),
    ],
    traits: [
        .trait(name: "Network", description: "HTTP client, simulator server, stores and the emwalk command"),
        .default(enabledTraits: ["Network"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // Floor 1: what libxml2 offers, and where nodes are kept.
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .target(name: "NodeStore"),
        .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Deflate", dependencies: ["CZlib"]),

        // Floor 2: bytes become nodes.
        .target(name: "LibXML", dependencies: ["CLibXML2", "NodeStore"]),
        .target(name: "JSONReader", dependencies: ["NodeStore"]),
        .target(name: "XMLSchema", dependencies: ["NodeStore", "LibXML", "JSONReader"]),

        // Floor 3: nodes become resources and typed links.
        .target(name: "Hypermedia", dependencies: ["NodeStore", "LibXML", "JSONReader", "XMLSchema"]),

        // Floor 4: what may be requested, and how.
        .target(name: "HypermediaClient", dependencies: ["NodeStore", "XMLSchema", "Hypermedia", httpTypes]),

        // Floor 5: sockets; named walks; surveys.
        .target(
            name: "HTTPTransport",
            dependencies: [
                "HypermediaClient",
                httpTypes,
                .product(name: "AsyncHTTPClient", package: "async-http-client", condition: network),
                .product(name: "NIOCore", package: "swift-nio", condition: network),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: network),
                .product(name: "NIOPosix", package: "swift-nio", condition: network),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: network),
                .product(name: "X509", package: "swift-certificates", condition: network),
                .product(name: "SwiftASN1", package: "swift-asn1", condition: network),
                .product(name: "Crypto", package: "swift-crypto", condition: network),
            ]
        ),
        .target(
            name: "Workflows",
            dependencies: [
                "XMLSchema", "Hypermedia", "HypermediaClient", httpTypes, .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "RunStore",
            dependencies: [
                "Workflows", "Hypermedia", .product(name: "GRDB", package: "GRDB.swift", condition: network),
            ]
        ),
        .target(
            name: "Survey",
            dependencies: [
                "NodeStore", "Hypermedia", "HypermediaClient", "Deflate", "GraphPage",
                .product(name: "GRDB", package: "GRDB.swift", condition: network),
            ]
        ),

        .target(name: "GraphPage"),

        // Floor 6: what is true of Enterprise Manager only.
        .target(name: "WorkflowCatalogue"),
        .target(
            name: "EnterpriseManager",
            dependencies: [
                "NodeStore", "LibXML", "JSONReader", "Hypermedia", "HypermediaClient", "Workflows", "WorkflowCatalogue",
                "Schemas",
            ]
        ),
        .target(
            name: "EnterpriseManagerSimulator",
            dependencies: ["NodeStore", "LibXML", "JSONReader", "HypermediaClient", httpTypes]
        ),

        // Floor 7: the simulator on loopback.
        .target(
            name: "EnterpriseManagerSimulatorServer",
            dependencies: [
                "EnterpriseManagerSimulator",
                "HypermediaClient",
                httpTypes,
                .product(name: "HummingbirdCore", package: "hummingbird", condition: network),
                .product(name: "HummingbirdTLS", package: "hummingbird", condition: network),
                .product(name: "NIOCore", package: "swift-nio", condition: network),
                .product(name: "NIOPosix", package: "swift-nio", condition: network),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: network),
                .product(name: "X509", package: "swift-certificates", condition: network),
                .product(name: "SwiftASN1", package: "swift-asn1", condition: network),
                .product(name: "Crypto", package: "swift-crypto", condition: network),
                .product(name: "Logging", package: "swift-log", condition: network),
            ]
        ),

        // Floor 8: the command, and how lines are typed.
        .target(name: "LineEditor", dependencies: [.target(name: "CLibEdit", condition: network)]),
        .executableTarget(
            name: "emwalk",
            dependencies: [
                "NodeStore", "LibXML", "XMLSchema", "Hypermedia", "HypermediaClient", "Workflows", "Survey",
                "EnterpriseManager", "HTTPTransport", "RunStore", "LineEditor",
                "EnterpriseManagerSimulator", "EnterpriseManagerSimulatorServer", "Schemas", httpTypes,
                .product(name: "Yams", package: "Yams"),
                .product(name: "ArgumentParser", package: "swift-argument-parser", condition: network),
                .product(name: "Subprocess", package: "swift-subprocess", condition: network),
            ]
        ),

        // Data, embedded where it lies.
        .target(name: "Schemas", path: "Schemas"),
        .target(name: "Fixtures", path: "Fixtures", resources: [.copy("documents"), .copy("workflows")]),

        // Tests, a folder for each room.
        .testTarget(name: "NodeStoreTests", dependencies: ["NodeStore"]),
        .testTarget(name: "DeflateTests", dependencies: ["Deflate"]),
        .testTarget(name: "LibXMLTests", dependencies: ["LibXML", "NodeStore", "Fixtures"]),
        .testTarget(name: "JSONReaderTests", dependencies: ["JSONReader", "NodeStore"]),
        .testTarget(
            name: "XMLSchemaTests",
            dependencies: ["XMLSchema", "LibXML", "JSONReader", "NodeStore", "Schemas", "Fixtures"]
        ),
        .testTarget(
            name: "HypermediaTests",
            dependencies: ["Hypermedia", "XMLSchema", "LibXML", "NodeStore", "Fixtures", "EnterpriseManager"]
        ),
        .testTarget(
            name: "HypermediaClientTests",
            dependencies: [
                "HypermediaClient", "Hypermedia", "EnterpriseManager", "EnterpriseManagerSimulator", httpTypes,
            ]
        ),
        .testTarget(
            name: "WorkflowsTests",
            dependencies: [
                "NodeStore", "Workflows", "HypermediaClient", "Hypermedia", "EnterpriseManager",
                "EnterpriseManagerSimulator", httpTypes, .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "RunStoreTests",
            dependencies: [
                "RunStore", "Workflows", "HypermediaClient", "Hypermedia", "EnterpriseManager",
                "EnterpriseManagerSimulator", httpTypes,
                .product(name: "GRDB", package: "GRDB.swift", condition: network),
            ]
        ),
        .testTarget(
            name: "SurveyTests",
            dependencies: [
                "Survey", "Hypermedia", "HypermediaClient", "Workflows", "EnterpriseManager",
                "EnterpriseManagerSimulator", httpTypes,
            ]
        ),
        .testTarget(
            name: "EnterpriseManagerTests",
            dependencies: ["EnterpriseManager", "Hypermedia", "XMLSchema", "Workflows", "Fixtures"]
        ),
        .testTarget(
            name: "EnterpriseManagerSimulatorTests",
            dependencies: [
                "EnterpriseManagerSimulator", "EnterpriseManager", "Hypermedia", "HypermediaClient", "NodeStore",
                "XMLSchema", httpTypes,
            ]
        ),
        .testTarget(
            name: "HTTPTransportTests",
            dependencies: [
                "HTTPTransport", "HypermediaClient", "EnterpriseManager", "EnterpriseManagerSimulator",
                "EnterpriseManagerSimulatorServer", httpTypes,
                .product(name: "NIOCore", package: "swift-nio", condition: network),
                .product(name: "NIOPosix", package: "swift-nio", condition: network),
            ]
        ),
        .testTarget(name: "LineEditorTests", dependencies: ["LineEditor"]),
        .testTarget(
            name: "emwalkTests",
            dependencies: [
                "emwalk", "LineEditor", "Fixtures", "Hypermedia", "HypermediaClient", "RunStore", "Workflows",
                "EnterpriseManager",
                "EnterpriseManagerSimulator", "EnterpriseManagerSimulatorServer", httpTypes,
                .product(name: "Yams", package: "Yams"),
                .product(name: "ArgumentParser", package: "swift-argument-parser", condition: network),
                .product(name: "Subprocess", package: "swift-subprocess", condition: network),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One place for the settings of every Swift target: SE-0335 (any), SE-0444 (member import visibility),
// SE-0409 (internal imports by default); a warning is an error.
let dataTargets: Set<String> = ["WorkflowCatalogue", "Schemas", "GraphPage"]
for target in package.targets where target.type != .system && !dataTargets.contains(target.name) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .treatAllWarnings(as: .error),
        ]
}

// The plug-in that builds the documentation is fetched only where it is wanted: .ci/docs.
if Context.environment["EMWALK_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
