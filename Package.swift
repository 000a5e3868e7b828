// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "assay-reports",
  products: [
    .library(name: "AssayAnalysis", targets: ["AssayAnalysis"]),
    .library(name: "AssayRender", targets: ["AssayRender"]),
    .library(name: "AssaySite", targets: ["AssaySite"]),
    .executable(name: "assay", targets: ["assay"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .target(name: "CTheme"),
    .target(name: "CLinux"),
    .target(name: "CModels"),
    .target(
      name: "AssayAnalysis", dependencies: ["CCmark", "CYaml", "CExpat", "CGumbo", "CModels"],
      swiftSettings: strict),
    .target(name: "AssayRender", dependencies: ["AssayAnalysis", "CTheme"], swiftSettings: strict),
    .target(
      name: "AssaySite",
      dependencies: [
        "AssayAnalysis", "AssayRender", "CCrypto", "CLinux", "CSQLite",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "assay",
      dependencies: [
        "AssayAnalysis", "AssayRender", "AssaySite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "assay-train",
      dependencies: [
        "AssayAnalysis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["AssayAnalysis"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["AssayAnalysis", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RenderTests", dependencies: ["AssayAnalysis", "AssayRender", "TestSupport"],
      exclude: ["Jinja"], swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["assay", "AssaySite", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests",
      dependencies: ["AssayAnalysis", "AssayRender", "AssaySite", "CSQLite", "TestSupport"],
      swiftSettings: strict),
  ]
)
