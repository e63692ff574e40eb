import ArgumentParser
import Foundation
import Simulation

/// `lectern simulate --seeds 2000` before a change is offered; `--seed 131 --trace` to look at one failure.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the whole station against the real engine, with crashes, torn tags and a bad line.",
        discussion: """
            Every run is decided by its seed and this commit: the same seed always fails in the same way. Each seed \
            is run twice and must tell the same story. The exit status is 1 if a rule was broken, if a planted \
            mistake was not found, or if a hard case was never met.
            """)

    @Option(help: "How many seeds to try.")
    var seeds: Int = 200

    @Option(help: ArgumentHelp("Run this seed only.", valueName: "number"))
    var seed: UInt64?

    @Flag(help: "Print everything that happens, with its virtual time in milliseconds.")
    var trace = false

    @Flag(help: "Also plant each known mistake, and fail unless it is found within 100 seeds.")
    var planted = false

    func validate() throws {
        guard seeds > 0 else { throw ValidationError("--seeds must be at least 1.") }
        guard !trace || seed != nil else { throw ValidationError("--trace needs --seed, or it would never end.") }
    }

    func run() async throws {
        if let seed { return try one(seed) }
        var isGood = try await many()
        if planted { isGood = try plant() && isGood }
        guard isGood else { throw ExitCode.failure }
    }

    private func one(_ seed: UInt64) throws {
        var options = World.Options()
        options.isTraced = trace
        var world = try World(seed: seed, options: options)
        var broken: World.Violation?
        do { try world.run() } catch let violation as World.Violation { broken = violation }
        print("seed \(seed): \(broken?.rule ?? "every rule holds"), \(world.steps) steps")
        print("digest \(String(world.digest, radix: 16))")
        if broken != nil { throw ExitCode.failure }
    }

    /// The seeds are dealt out to the processors; the report is the same however many there are.
    private func many() async throws -> Bool {
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let hands = Campaign.deal(seeds: seeds, among: workers)
        let campaigns = try await withThrowingTaskGroup(of: Campaign.self) { group in
            for hand in hands { group.addTask { try Campaign(seeds: hand, isTwice: true) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let whole = Campaign(joining: campaigns)
        print("\(seeds) seeds, each twice: \(whole.steps) steps")
        for (name, path) in Coverage.counters { print("  \(name): \(whole.seen[keyPath: path])") }
        if let failure = whole.failure {
            print("seed \(failure.seed): \(failure.rule)\n  lectern simulate --seed \(failure.seed) --trace")
            return false
        }
        guard whole.seen.missing.isEmpty || seeds < 100 else {
            print("never met: \(whole.seen.missing.joined(separator: ", "))")
            return false
        }
        print("every rule holds")
        return true
    }

    private func plant() throws -> Bool {
        var isGood = true
        for (name, options) in Campaign.planted {
            let campaign = try Campaign(seeds: 0...99, options: options)
            if let failure = campaign.failure {
                print("planted \(name): found at seed \(failure.seed): \(failure.rule)")
            } else {
                print("planted \(name): NOT FOUND within 100 seeds")
                isGood = false
            }
        }
        return isGood
    }
}
