import Circulation
import Engine
import Foundation
import Host
import Station
import Synchronization
import Words

/// A whole kiosk inside the test: a real journal on a real disk, a real engine behind a real port, a bench in front.
final class Machine: Sendable {
    let folder: String
    let port: Int
    let library: Library
    private let task: Task<Void, any Error>
    private let server: ByteServer

    /// - Parameter change: what is different about this station.
    init(books: Int = 12, change: @Sendable (inout RunPlan) -> Void = { _ in }) async throws {
        folder = try newFolder()
        library = try Library(path: folder + "/library.sqlite")
        let clock = HostClock()
        try library.loadSample(at: clock.local(), pinCost: 1)
        let acs = ACS(library: library)
        server = try await ByteServer(port: 0) {
            let session = Mutex(acs.session())
            return ByteServer.Guest { bytes in session.withLock { $0.received(bytes, at: clock.local()) } }
        }
        var plan = RunPlan.pretend(languages: ["en", "ar"], isFast: false)
        (plan.dataFolder, plan.shareFolder, plan.pagePort) = (folder, checkout, 0)
        change(&plan)
        let cable = try await Cable(target: server.port)
        (plan.libraryHost, plan.libraryPort) = ("127.0.0.1", cable.port)
        let run = KioskRun(
            plan, bench: try await Bench(.sample(books: books), cable: cable), listensToSignals: false)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        task = Task {
            defer { found.finish() }
            try await run.run { found.yield($0) }
        }
        guard let port = await ports.first(where: { _ in true }) else {
            try await task.value
            throw HostError.noAnswer("the station ended before it was ready.")
        }
        self.port = port
    }

    /// Ends the station; the journal is closed afterwards.
    func stop() async {
        task.cancel()
        _ = await task.result
        await server.close()
    }
}

extension PretendTable {
    static func sample(books: Int) -> PretendTable {
        let sample = Library.sampleCatalogue
        return PretendTable(
            books: sample.items.prefix(books).map { Book(barcode: $0.barcode.text, title: $0.title) },
            cards: [Card(barcode: sample.cards[0].barcode.text, label: "Library card", name: "", note: "")])
    }
}

let checkout = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

func newFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
}

/// A visitor blocks, so it must not stand on one of the few threads that tasks share.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}

/// The program that is tested, and how it ends.
enum Program {
    /// `LECTERN_BINARY`, or the one that was built with these tests.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["LECTERN_BINARY"] {
            return named.hasPrefix("/") ? named : checkout + "/" + named
        }
        let bundle = CommandLine.arguments[0]
        let test = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let folders = [bundle, Share.program, test ?? bundle].map { place in
            URL(fileURLWithPath: place).deletingLastPathComponent().path
        }
        let found = (folders + [checkout + "/.build/debug"]).map { $0 + "/lectern" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return found ?? checkout + "/.build/debug/lectern"
    }()

    struct End: Sendable {
        var status: Int32
        /// What it said on the output that was listened to.
        var said: String
    }

    /// Runs to the end. Blocks.
    static func run(_ arguments: [String], hearing: Spawned.Hearing = .errors, program: String = path) throws -> End {
        setenv("LECTERN_SHARE", checkout, 1)
        let process = try Spawned(program, arguments, hearing: hearing)
        let said = process.everything()
        return End(status: process.wait(), said: said)
    }
}
