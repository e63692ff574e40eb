import Synchronization

/// What the loop did since it started. For `/health` and the measurements.
public struct LoopCounts: Encodable, Equatable, Sendable {
    public var inputs = 0
    public var entries = 0
    public var outputs = 0
    /// Time in the station's own code, in microseconds.
    public var busyMicroseconds = 0
    public var slowestStepMicroseconds = 0
    public var journalFailures = 0
    public init() {}

    mutating func add(entries: Int, outputs: Int, took: Duration) {
        let microseconds = Int(took / .microseconds(1))
        inputs += 1
        self.entries += entries
        self.outputs += outputs
        busyMicroseconds += microseconds
        slowestStepMicroseconds = max(slowestStepMicroseconds, microseconds)
    }
}

/// The counts, readable from any thread.
public final class LoopGauge: Sendable {
    private let counts = Mutex(LoopCounts())
    public init() {}
    public var now: LoopCounts { counts.withLock { $0 } }
    func update(_ change: (inout LoopCounts) -> Void) { counts.withLock { change(&$0) } }
}
