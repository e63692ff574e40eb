/// A simulator that never meets the hard cases proves nothing, so it counts them.
public struct Coverage: Equatable, Sendable {
    public var restarts = 0
    public var dropsBefore = 0  // the line went away before the library acted
    public var dropsAfter = 0  // … after it acted, before its answer came
    public var foundByAsking = 0  // loans whose answer was lost and that were found
    public var tornWrites = 0
    public var lateAnswers = 0
    public var lateActs = 0  // bytes of a dead line that the library still carried out
    public var lent = 0
    public var refused = 0
    public var returned = 0
    public var abandoned = 0
    public var healed = 0  // lifted too early, put back, alarm off
    public var stillAlarmed = 0
    public var notProtected = 0
    public var journalFailures = 0
    public var padsLost = 0
    public var visits = 0

    public init() {}

    public static let counters: [(name: String, path: any WritableKeyPath<Coverage, Int> & Sendable)] = [
        ("restarts", \.restarts), ("line drops before the act", \.dropsBefore),
        ("line drops after the act", \.dropsAfter), ("loans found by asking", \.foundByAsking),
        ("torn tag writes", \.tornWrites), ("late answers", \.lateAnswers), ("late acts", \.lateActs),
        ("lent", \.lent), ("refused", \.refused), ("returned", \.returned), ("abandoned", \.abandoned),
        ("healed", \.healed), ("still alarmed", \.stillAlarmed), ("not protected", \.notProtected),
        ("journal failures", \.journalFailures), ("pads lost", \.padsLost), ("visits", \.visits),
    ]

    public mutating func add(_ other: Coverage) {
        for (_, path) in Self.counters { self[keyPath: path] += other[keyPath: path] }
    }

    /// The cases that were never met.
    public var missing: [String] { Self.counters.filter { self[keyPath: $0.path] == 0 }.map(\.name) }
}
