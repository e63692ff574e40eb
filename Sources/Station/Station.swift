import Circulation
import Devices
import Kiosk
import SIP2

/// The whole appliance as one value: what happened goes in, journal entries and what is to be done come out.
///
/// The write-ahead rule lives here and nowhere else. The host hands a step's entries to the journal and does its
/// outputs at once; a question that changes the library and a gate alarm going off stay inside until the host
/// says that their entry is on disk. See docs/decisions/0001-write-ahead.md.
public struct Station: Sendable {
    public struct Step: Sendable {
        public var entries: [Entry] = []
        public var outputs: [Output] = []
        public init() {}
    }

    public let settings: Settings
    public private(set) var shown: Shown
    var kiosk: SelfService
    var conversation: Conversation
    var ledger: Ledger
    var alarms: Alarms
    var pad = PadWatch()
    var devices: [Supervisor]
    var log: Log
    var tokens = Tokens()
    var line = LineState()
    var isJournalGood = true
    var jobs = 0
    /// The last print job and the visit it belongs to: its failure is told to nobody else.
    var paper: (job: Int, visit: Int)?
    var outputs: [Output] = []

    /// What is known of the line besides its conversation.
    struct LineState: Sendable {
        var dialAt: Instant?
        var rest = Duration.zero
        var status: ACSStatus?
        /// When a line that was ready went away. A short break is not an outage.
        var goneSince: Instant?
        /// Logged in and answering, until the line goes.
        var isReady = false
    }

    /// Wrong on purpose; the simulator must be able to tell.
    public enum Mistake: String, Sendable, CaseIterable {
        case none
        case unlocksFirst
        case unlocksBeforeDisk
        case resendsBlindly
        case sendsBeforeDisk
        case lendsToEmptyRoom
    }

    static let breakIsShort = Duration.seconds(5)

    public init(recovered: Recovered, settings: Settings, at now: Instant) {
        self.init(recovered: recovered, settings: settings, mistake: .none, at: now)
    }

    /// With a mistake: only for the simulator.
    public init(recovered: Recovered, settings: Settings, mistake: Mistake, at now: Instant) {
        self.settings = settings
        kiosk = SelfService(policy: settings.kiosk, at: now)
        conversation = Conversation(settings: settings.line)
        ledger = Ledger(recovered: recovered, settings: settings, mistake: mistake, at: now)
        alarms = Alarms(recovered: recovered, mistake: mistake)
        devices = settings.devices.compactMap(Supervisor.init)
        log = Log(last: recovered.lastEntry)
        shown = Shown(number: 0, display: kiosk.display(at: now), offers: [])
    }

    /// Once, before anything else.
    public mutating func start(at now: Instant, clock: LocalTime) -> Step {
        for device in devices { outputs.append(.open(device.port)) }
        outputs.append(.dial)
        return finish(at: now, clock: clock)
    }

    public mutating func handle(_ input: Input, at now: Instant, clock: LocalTime) -> Step {
        take(input, now, clock)
        fireDeadlines(now, clock)
        return finish(at: now, clock: clock)
    }

    /// The number of the present visit; it grows when a person comes and when one goes.
    public var visit: Int { kiosk.visit }

    /// When `woke` is wanted next.
    public var nextWake: Instant? {
        var moments = devices.compactMap(\.nextWake)
        moments += [kiosk.nextWake, conversation.nextWake, line.dialAt].compactMap { $0 }
        if conversation.isReady, !conversation.isBusy, let look = ledger.nextWake { moments.append(look) }
        if let gone = line.goneSince { moments.append(gone + Self.breakIsShort) }
        return moments.min()
    }

    private mutating func take(_ input: Input, _ now: Instant, _ clock: LocalTime) {
        switch input {
        case .opened(let port): withDevice(port, now, clock) { $0.opened(at: now) }
        case .closed(let port, _): portClosed(port, now, clock)
        case .received(let port, let bytes): withDevice(port, now, clock) { $0.received(bytes, at: now) }
        case .lineUp: lineUp(now, clock)
        case .lineDown: lineDown(now, clock)
        case .lineReceived(let bytes):
            run(conversation.received(bytes, at: now, clock: clock), now, clock)
        case .committed(let entry): committed(entry, now, clock)
        case .journalFailed: isJournalGood = false
        case .pressed(let token):
            if let choice = tokens.take(token) { run(kiosk.handle(.chose(choice), at: now, clock: clock), now, clock) }
        case .typedPIN(let token, let pin):
            guard tokens.take(token) == .typePIN else { return }
            run(kiosk.handle(.typedPIN(pin), at: now, clock: clock), now, clock)
        case .touched: run(kiosk.handle(.touched, at: now, clock: clock), now, clock)
        case .printed(let job, let isDone):
            guard let paper, paper == (job, kiosk.visit) else { return }
            self.paper = nil
            run(kiosk.handle(.printed(isDone), at: now, clock: clock), now, clock)
        case .woke: break
        }
    }

    private mutating func fireDeadlines(_ now: Instant, _ clock: LocalTime) {
        for device in devices {
            var opens = false
            withDevice(device.port, now, clock) { device in
                let (actions, isOpening) = device.woke(at: now)
                opens = isOpening
                return actions
            }
            if opens { outputs.append(.open(device.port)) }
        }
        if let due = conversation.nextWake, now >= due {
            run(conversation.woke(at: now, clock: clock), now, clock)
        }
        if let due = line.dialAt, now >= due {
            line.dialAt = nil
            outputs.append(.dial)
        }
        if let due = kiosk.nextWake, now >= due { run(kiosk.handle(.woke, at: now, clock: clock), now, clock) }
        if let gone = line.goneSince, now >= gone + Self.breakIsShort { line.goneSince = nil }
    }

    /// What the input led to: health, the next question, the screen.
    private mutating func finish(at now: Instant, clock: LocalTime) -> Step {
        let health = health
        if health != kiosk.health { run(kiosk.handle(.health(health), at: now, clock: clock), now, clock) }
        askNext(now, clock)
        show(now)
        var step = Step()
        step.entries = log.take()
        step.outputs = outputs
        outputs = []
        return step
    }

    private mutating func show(_ now: Instant) {
        let display = kiosk.display(at: now)
        tokens.offer(display.choices)
        guard display != shown.display || tokens.offers != shown.offers || shown.number == 0 else { return }
        shown = Shown(number: shown.number + 1, display: display, offers: tokens.offers)
        outputs.append(.show(shown))
    }
}
