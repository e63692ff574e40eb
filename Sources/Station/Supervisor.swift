import Circulation
import Devices

/// One device's port: opened, kept, and opened again after 1, 2, 4 … 30 s when it went away.
struct Supervisor: Sendable {
    enum State: Equatable, Sendable {
        case opening
        case running(since: Instant)
        case resting(until: Instant)
    }

    static let healthyAfter = Duration.seconds(60)
    static let longestRest = Duration.seconds(30)

    let port: Port
    let model: Model
    private(set) var driver: any Driver
    private(set) var state = State.opening
    private(set) var wakeAt: Instant?
    private var rest = Duration.seconds(1)

    init?(_ device: Settings.Device) {
        guard let model = Model.named(device.model) else { return nil }
        (port, self.model, driver) = (Port(device.role), model, model.driver.init())
    }

    var isRunning: Bool {
        if case .running = state { true } else { false }
    }

    var nextWake: Instant? {
        switch state {
        case .opening: nil
        case .running: wakeAt
        case .resting(let until): until
        }
    }

    mutating func opened(at now: Instant) -> [Action] {
        state = .running(since: now)
        driver = model.driver.init()
        return keep(driver.start(), now)
    }

    mutating func received(_ bytes: [UInt8], at now: Instant) -> [Action] {
        isRunning ? keep(driver.received(bytes), now) : []
    }

    mutating func asked(_ wish: Wish, at now: Instant) -> [Action] {
        isRunning ? keep(driver.asked(wish), now) : [.tell(.failed(wish, .gone))]
    }

    /// The port went away, by itself or because the driver gave it up.
    mutating func closed(at now: Instant) {
        if case .running(let since) = state, since.distance(to: now) >= Self.healthyAfter { rest = .seconds(1) }
        wakeAt = nil
        state = .resting(until: now + rest)
        rest = min(rest + rest, Self.longestRest)
    }

    /// - Returns: what the driver wants, and whether the port is to be opened.
    mutating func woke(at now: Instant) -> (actions: [Action], opens: Bool) {
        switch state {
        case .opening: return ([], false)
        case .resting(let until):
            guard now >= until else { return ([], false) }
            state = .opening
            return ([], true)
        case .running:
            guard let wakeAt, now >= wakeAt else { return ([], false) }
            self.wakeAt = nil
            return (keep(driver.woke(), now), false)
        }
    }

    private mutating func keep(_ actions: [Action], _ now: Instant) -> [Action] {
        for case .wake(let after) in actions { wakeAt = now + after }
        return actions
    }
}
