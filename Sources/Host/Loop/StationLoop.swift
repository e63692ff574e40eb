import Circulation
import Devices
import Journal
import Station

/// Owns the station: takes one input at a time, writes down what the station wants remembered, does what it wants
/// done. Everything else in the host only brings inputs or carries out outputs.
public struct StationLoop: Sendable {
    private var station: Station
    private let inbox: Inbox
    private let clock: HostClock
    private let hands: Hands
    private let gauge: LoopGauge

    public init(station: Station, inbox: Inbox, clock: HostClock, hands: Hands, gauge: LoopGauge = LoopGauge()) {
        (self.station, self.inbox, self.clock, self.hands, self.gauge) = (station, inbox, clock, hands, gauge)
    }

    /// Runs until the inbox is closed and empty.
    public mutating func run() async {
        var alarm = Alarm(clock: clock, inbox: inbox)
        perform { station, now, local in station.start(at: now, clock: local) }
        alarm.set(for: station.nextWake)
        for await input in inbox.inputs {
            inbox.took(input)
            if input == .woke { alarm.rang() }
            if input == .journalFailed { gauge.update { $0.journalFailures += 1 } }
            perform { station, now, local in station.handle(input, at: now, clock: local) }
            alarm.set(for: station.nextWake)
        }
        alarm.stop()
    }

    private mutating func perform(_ step: (inout Station, Instant, LocalTime) -> Station.Step) {
        let (began, local) = (clock.now(), clock.local())
        let done = step(&station, began, local)
        let took = began.distance(to: clock.now())
        gauge.update { $0.add(entries: done.entries.count, outputs: done.outputs.count, took: took) }
        if !done.entries.isEmpty { hands.journal.submit(done.entries, at: local) }
        for output in done.outputs { hands.carryOut(output) }
    }
}

/// What the station's outputs are carried out with.
public struct Hands: Sendable {
    let ports: Ports
    let line: SIP2Line
    let printer: ReceiptPrinter
    let hub: PageHub
    let journal: JournalWriter

    public init(ports: Ports, line: SIP2Line, printer: ReceiptPrinter, hub: PageHub, journal: JournalWriter) {
        (self.ports, self.line, self.printer, self.hub, self.journal) = (ports, line, printer, hub, journal)
    }

    /// Returns at once, whatever the device does.
    func carryOut(_ output: Output) {
        switch output {
        case .open(let port): ports.open(port)
        case .close(let port): ports.close(port)
        case .write(let port, let bytes): ports.write(bytes, to: port)
        case .dial: line.dial()
        case .send(let bytes): line.send(bytes)
        case .hangUp: line.hangUp()
        case .print(let job, let document): printer.print(job: job, document)
        case .show(let shown): hub.show(shown)
        }
    }
}

/// One timer: it puts `.woke` into the inbox at the moment that the station asked for last.
struct Alarm {
    /// A station that asks for the past again and again must not starve what else happens.
    private static let soonest = Duration.milliseconds(2)

    let clock: HostClock
    let inbox: Inbox
    private var wanted: Instant?
    private var sleeper: Task<Void, Never>?

    init(clock: HostClock, inbox: Inbox) { (self.clock, self.inbox) = (clock, inbox) }

    mutating func set(for instant: Instant?) {
        guard instant != wanted else { return }
        sleeper?.cancel()
        sleeper = nil
        wanted = instant
        guard let instant else { return }
        let moment = clock.moment(of: max(instant, clock.now() + Self.soonest))
        let inbox = inbox
        sleeper = Task {
            do { try await Task.sleep(until: moment, clock: .continuous) } catch { return }
            inbox.put(.woke)
        }
    }

    mutating func rang() { wanted = nil }

    mutating func stop() { sleeper?.cancel() }
}
