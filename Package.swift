// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: strict)
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
        room("Circulation"),
        room("SIP2", ["Circulation"]),
        room("Tags", path: "Devices/Tags"),
        room("Devices", ["Circulation", "Tags"], path: "Devices/Drivers"),
        room("Kiosk", ["Circulation"], path: "Kiosk/Machine"),
        room("Station", ["Circulation", "SIP2", "Tags", "Devices", "Kiosk"]),
        room("Pretend", ["Circulation", "Tags", "Devices"], path: "Devices/Pretend"),
        room("Simulation", ["Circulation", "SIP2", "Tags", "Devices", "Kiosk", "Station", "Engine", "Pretend"]),

        // What acts: files, sockets, the clock.
        room("Journal", ["Circulation", grdb]),
        .systemLibrary(name: "CCrypt", path: "Sources/CCrypt", providers: [.apt(["libcrypt-dev"])]),
        room("Engine", ["Circulation", "SIP2", "CCrypt", grdb]),
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
                "Circulation", "SIP2", "Tags", "Devices", "Kiosk", "Station", "Simulation", "Journal", "Engine", "Words",
                "Paper", "Wires", "Host", "Pretend", arguments, logging,
            ],
            swiftSettings: strict),

        tests("CirculationTests", ["Circulation"]),
        tests("SIP2Tests", ["SIP2", "Circulation"]),
        tests("DevicesTests", ["Devices", "Tags", "Pretend", "Wires", "Circulation"]),
        tests("KioskTests", ["Kiosk", "Circulation"]),
        tests("StationTests", ["Station", "SIP2", "Devices", "Tags", "Pretend", "Kiosk", "Circulation"]),
        tests("EngineTests", ["Engine", "SIP2", "Circulation", grdb]),
        tests("JournalTests", ["Journal", "Circulation", grdb]),
        tests("WordsTests", ["Words", "Circulation"]),
        tests("PaperTests", ["Paper", "Circulation"]),
        tests("SimulationTests", ["Simulation", "Station"]),
        tests("HostTests", ["Host", "Journal", "Engine", "Station", "Kiosk", "Words", "SIP2", "Circulation"] + nio),
        tests("HouseTests", []),
    ]
)
