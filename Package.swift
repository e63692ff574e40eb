// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// The simulator runs these rooms some millions of steps in each test run, so they are always optimised:
/// 500 seeds take half a minute instead of five.
let brisk = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "lectern",
    products: [.executable(name: "lectern", targets: ["lectern"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // What decides: plain values, no I/O.
        room("Circulation", settings: brisk),
        room("SIP2", ["Circulation"], settings: brisk),
        room("CallNumbers"),
        room("Tags", path: "Devices/Tags", settings: brisk),
        room("Devices", ["Circulation", "Tags"], path: "Devices/Drivers", settings: brisk),
        room("Kiosk", ["Circulation"], path: "Kiosk/Machine", settings: brisk),
        room("Station", ["Circulation", "SIP2", "Tags", "Devices", "Kiosk"], settings: brisk),
        room("Pretend", ["Circulation", "Tags", "Devices"], path: "Devices/Pretend", settings: brisk),
        room(
            "Simulation", ["Circulation", "SIP2", "Tags", "Devices", "Kiosk", "Station", "Engine", "Pretend"],
            settings: brisk),

        // What acts: files, sockets, the clock.
        .systemLibrary(name: "CCrypto", path: "Sources/CCrypto", providers: [.apt(["libssl-dev"])]),
        room("Journal", ["Circulation", "CCrypto", grdb]),
        .systemLibrary(name: "CCrypt", path: "Sources/CCrypt", providers: [.apt(["libcrypt-dev"])]),
        room("Engine", ["Circulation", "SIP2", "CCrypt", grdb], settings: brisk),
        room("Words", ["Circulation"]),
        room("Paper", ["Circulation"], path: "Devices/Paper"),
        room("Wires", path: "Devices/Wires"),
        room(
            "Host",
            [
                "Circulation", "SIP2", "Devices", "Kiosk", "Station", "Journal", "Wires", "Words", "Paper", "Pretend",
                hummingbird, lifecycle, logging, yams,
            ] + nio),
        .executableTarget(
            name: "lectern",
            dependencies: [
                "Circulation", "SIP2", "CallNumbers", "Tags", "Devices", "Kiosk", "Station", "Simulation", "Journal",
                "Engine", "Words", "Paper", "Wires", "Host", "Pretend", arguments, logging,
            ],
            swiftSettings: strict),

        tests("CirculationTests", ["Circulation"]),
        tests("SIP2Tests", ["SIP2", "Circulation"]),
        tests("CallNumbersTests", ["CallNumbers"]),
        tests("DevicesTests", ["Devices", "Tags", "Pretend", "Wires", "Circulation"]),
        tests("KioskTests", ["Kiosk", "Circulation"]),
        tests("StationTests", ["Station", "SIP2", "Devices", "Tags", "Pretend", "Kiosk", "Circulation"]),
        tests("EngineTests", ["Engine", "SIP2", "Circulation", grdb]),
        tests("JournalTests", ["Journal", "Circulation", grdb]),
        tests("WordsTests", ["Words", "Circulation"]),
        tests("PaperTests", ["Paper", "Circulation"]),
        tests("SimulationTests", ["Simulation", "Station"]),
        tests(
            "HostTests",
            ["Host", "Wires", "Pretend", "Journal", "Engine", "Station", "Kiosk", "Words", "SIP2", "Circulation"] + nio),
        tests("HouseTests", []),
    ]
)
