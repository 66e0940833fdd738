// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let products: [Target.Dependency] = [
    .product(name: "EnterpriseManager", package: "emwalk"),
    .product(name: "EnterpriseManagerSimulator", package: "emwalk"),
    .product(name: "Hypermedia", package: "emwalk"),
    .product(name: "HypermediaClient", package: "emwalk"),
    .product(name: "Workflows", package: "emwalk"),
]

/// What a user of the library would write, in a package of its own: only what is public is at hand.
///
/// Without the traits of the package it needs no sockets and builds in seconds.
let package = Package(
    name: "emwalk-samples",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "emwalk", path: "../..", traits: [])],
    targets: [
        .executableTarget(name: "WalkJobs", dependencies: products),
        .executableTarget(name: "TestWithSimulator", dependencies: products),
        .executableTarget(name: "FollowRun", dependencies: products),
        .executableTarget(name: "WriteWorkflow", dependencies: products),
        .executableTarget(name: "KeepWalks", dependencies: products),
        .executableTarget(name: "ExplainLinks", dependencies: products),
        .executableTarget(name: "RunForMany", dependencies: products),
    ],
    swiftLanguageModes: [.v6]
)
