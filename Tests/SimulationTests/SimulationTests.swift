import Simulation
import Station
import Testing

@Suite struct SimulationTests {
    @Test func everyRuleHoldsOnTheFirstSeeds() throws {
        let campaign = try Campaign(seeds: 0...39)
        #expect(campaign.failure == nil, "\(campaign.failure.map { "seed \($0.seed): \($0.rule)" } ?? "")")
        #expect(campaign.seen.lent > 100)
        #expect(campaign.seen.returned > 50)
    }

    @Test func theSameSeedIsTheSameStory() throws {
        var one = try World(seed: 7)
        var two = try World(seed: 7)
        try one.run()
        try two.run()
        #expect(one.digest == two.digest)
        #expect(one.steps == two.steps)
    }

    @Test func anotherSeedIsAnotherStory() throws {
        var one = try World(seed: 7)
        var two = try World(seed: 8)
        try one.run()
        try two.run()
        #expect(one.digest != two.digest)
    }

    /// A simulator that cannot see a planted mistake is only a slow way to feel safe.
    @Test(arguments: Campaign.planted.map(\.name))
    func aPlantedMistakeIsFoundWithin100Seeds(_ name: String) throws {
        let options = try #require(Campaign.planted.first { $0.name == name }?.options)
        #expect(try Campaign(seeds: 0...99, options: options).failure != nil)
    }

    @Test func seedsAreDealtOutOnceEach() {
        let hands = Campaign.deal(seeds: 11, among: 3)
        #expect(hands.joined().sorted() == Array(0..<11))
    }
}
