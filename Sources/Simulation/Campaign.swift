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
    public init(seeds: ClosedRange<UInt64>, options: World.Options = World.Options()) throws {
        for seed in seeds {
            var world = try World(seed: seed, options: options)
            do {
                try world.run()
            } catch let violation as World.Violation {
                failure = Failure(seed: seed, rule: violation.rule)
            }
            seen.add(world.seen)
            steps += world.steps
            if failure != nil { return }
        }
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
