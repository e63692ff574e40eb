import ArgumentParser
import Circulation
import Engine
import Foundation
import Host
import Synchronization
import Words

/// `lectern run --pretend` for the whole kiosk on a table; `lectern run --config FILE` in a library.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a station.",
        discussion: """
            With --pretend there is no hardware: a pad, a scanner, a receipt printer and a library system are made up, \
            and a page lets you move books and cards. Everything between them is the real thing.
            """)

    @Flag(help: "Make up the hardware and the library system.")
    var pretend = false

    @Option(help: ArgumentHelp("Where the journal is kept. With --pretend: a new folder.", valueName: "folder"))
    var data: String?

    @Option(help: "The port of the pages; 0 for any. Default: 8080, or the next free one.")
    var port: Int?

    @Option(help: "The address of the pages.")
    var address = PageServer.address

    @Option(help: ArgumentHelp("With --pretend: use this library system.", valueName: "host:port"))
    var library: String?

    @Flag(help: "With --pretend: people have seconds instead of minutes. For tests.")
    var pretendFast = false

    @Option(help: ArgumentHelp("The settings of a real station.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp("With --pretend: how long the cable takes, each way.", valueName: "ms", visibility: .hidden))
    var pretendDelay = 0

    @Option(help: ArgumentHelp("With --pretend: how long a commit takes.", valueName: "ms", visibility: .hidden))
    var pretendSlowDisk = 0

    @Option(help: ArgumentHelp("With --pretend: books on the table.", valueName: "number", visibility: .hidden))
    var pretendBooks = 12

    func validate() throws {
        guard (0...10_000).contains(pretendSlowDisk), (1...100).contains(pretendBooks) else {
            throw ValidationError("--pretend-slow-disk must be 0 to 10000, --pretend-books 1 to 100.")
        }
        guard (0...10_000).contains(pretendDelay) else { throw ValidationError("--pretend-delay must be 0 to 10000.") }
        guard pretend != (config != nil) else { throw ValidationError("Say either --config FILE or --pretend.") }
        guard pretend || (library == nil && !pretendFast) else {
            throw ValidationError("--library and --pretend-fast need --pretend.")
        }
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port must be 0 to 65535.") }
    }

    func run() async throws {
        try await saying {
            guard address == PageServer.address || address == "localhost" else {
                throw HostError.needsTLS(address: address)
            }
            if let config { try await runStation(config) } else { try await runPretending() }
        }
    }

    private func runStation(_ file: String) async throws {
        var plan = try RunPlan(SettingsFile.read(file), share: Share.folder())
        if let port { plan.pagePort = port }
        if let data { plan.dataFolder = data }
        try await KioskRun(plan).run { say("Lectern is ready at http://127.0.0.1:\($0)") }
    }

    private func runPretending() async throws {
        let share = try Share.folder()
        let folder = try data ?? temporaryFolder()
        let languages = try Words(folder: share + "/Kiosk/Web/words").languages
        var plan = RunPlan.pretend(languages: ["en"] + languages.filter { $0 != "en" }, isFast: pretendFast)
        (plan.shareFolder, plan.dataFolder) = (share, folder)
        plan.delayBeforeCommit = .milliseconds(pretendSlowDisk)
        if let port { (plan.pagePort, plan.takesNextPort) = (port, false) }
        // Before anything is started, so that nothing has to be stopped again.
        plan.pagePort = try PageServer.freePort(plan.pagePort, orNext: plan.takesNextPort)

        let child = library == nil ? try ChildProgram(Share.program, engineArguments(folder)) : nil
        defer { child?.stop() }
        let target = try child.map { ("127.0.0.1", $0.port ?? 0) } ?? hostAndPort(library ?? "")
        let cable = try await Cable(host: target.0, target: target.1, delayMilliseconds: pretendDelay)
        (plan.libraryHost, plan.libraryPort) = ("127.0.0.1", cable.port)
        let bench = try await Bench(.sample(books: pretendBooks), cable: cable)
        try await KioskRun(plan, bench: bench).run { port in
            say("Lectern is ready at http://127.0.0.1:\(port)")
            say("Bench: http://127.0.0.1:\(port)/pretend")
        }
    }

    private func engineArguments(_ folder: String) -> [String] {
        ["engine", "serve", "--data", folder + "/engine", "--port", "0", "--sample", "--leash"]
    }
}

func temporaryFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
}

func hostAndPort(_ text: String) throws(HostError) -> (String, Int) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (1...65_535).contains(port), colon > text.startIndex
    else { throw .notAnAddress(text) }
    return (String(text[..<colon]), port)
}

extension PretendTable {
    /// Books and cards of the sample library; the last two books are ones that cannot be borrowed.
    static func sample(books: Int) -> PretendTable {
        let sample = Engine.Library.sampleCatalogue
        let plain = sample.items.filter { $0.note.isEmpty }.prefix(max(1, books - 2))
        let special = sample.items.filter { !$0.note.isEmpty }.prefix(2)
        return PretendTable(
            books: (plain + special).map { Book(barcode: $0.barcode.text, title: $0.title) },
            cards: sample.cards.map { card in
                Card(
                    barcode: card.barcode.text, label: "Library card",
                    name: card.barcode == SampleCatalogue.card(1) ? "Ordinary reader" : card.label,
                    note: "\(card.note) (PIN \(SampleCatalogue.pin.text))")
            })
    }
}
