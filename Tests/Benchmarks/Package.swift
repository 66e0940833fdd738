// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// A package of its own, so that building emwalk never builds this.
let package = Package(
    name: "emwalk-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "emwalk", path: "../..", traits: [])],
    targets: [
        .systemLibrary(
            name: "CBaselineXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .target(name: "Baseline", dependencies: ["CBaselineXML2"]),
        .executableTarget(
            name: "emwalk-benchmarks",
            // LibXML and NodeStore come with it; they are no products of their own.
            dependencies: ["Baseline", .product(name: "Hypermedia", package: "emwalk")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
