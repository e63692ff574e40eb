import Station

/// Many seeds, one after the other.
public struct Campaign: Sendable {
    public private(set) var seen = Coverage()
    public private(set) var steps = 0
    public private(set) var failure: Failure?

    public struct Failure: Sendable {
        public var seed: UInt64
        public var rule: String
    }

    /// Stops at the first seed that breaks a rule.
    /// - Parameter isTwice: runs each seed a second time; a story that differs breaks a rule too.
    public init(seeds: some Sequence<UInt64>, options: World.Options = World.Options(), isTwice: Bool = false) throws {
        for seed in seeds {
            let digest = try run(seed, options, counts: true)
            if failure == nil, isTwice, try run(seed, options, counts: false) != digest {
                failure = Failure(seed: seed, rule: "the same seed told two stories")
            }
            if failure != nil { return }
        }
    }

    public init(seeds: ClosedRange<UInt64>, options: World.Options = World.Options()) throws {
        try self.init(seeds: Array(seeds), options: options)
    }

    private mutating func run(_ seed: UInt64, _ options: World.Options, counts: Bool) throws -> UInt64 {
        var world = try World(seed: seed, options: options)
        do {
            try world.run()
        } catch let violation as World.Violation {
            failure = Failure(seed: seed, rule: violation.rule)
        }
        if counts {
            seen.add(world.seen)
            steps += world.steps
        }
        return world.digest
    }

    /// Deals seeds 0, 1, 2 … to so many hands, in turn.
    public static func deal(seeds: Int, among hands: Int) -> [[UInt64]] {
        (0..<hands).map { hand in stride(from: hand, to: seeds, by: hands).map { UInt64($0) } }
    }

    /// One report of several. The failure of the lowest seed counts.
    public init(joining campaigns: [Campaign]) {
        for campaign in campaigns {
            seen.add(campaign.seen)
            steps += campaign.steps
        }
        failure = campaigns.compactMap(\.failure).min { $0.seed < $1.seed }
    }

    /// The mistakes that every campaign must find. A simulator that cannot see a planted mistake is only a slow
    /// way to feel safe.
    public static let planted: [(name: String, options: World.Options)] = {
        var all: [(String, World.Options)] = Station.Mistake.allCases.filter { $0 != .none }.map { mistake in
            var options = World.Options()
            options.mistake = mistake
            return (mistake.rawValue, options)
        }
        var hasty = World.Options()
        hasty.settling = .zero
        all.append(("noSettlingTime", hasty))
        return all
    }()
}
