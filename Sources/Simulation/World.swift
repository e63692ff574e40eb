import Circulation
import Devices
import Engine
import Kiosk
import Pretend
import SIP2
import Station
import Tags

/// One kiosk, its library and a bad day, decided by a seed: people who dawdle, lift books and leave; a pad that
/// flickers; a line that drops before and after the act; a disk that loses what was not committed; crashes in
/// every gap. After the storm comes the calm, when everything must settle.
public struct World {
    public struct Options: Sendable {
        public var mistake = Station.Mistake.none
        public var settling = Duration.seconds(15)
        public var isTraced = false
        public init() {}
    }

    /// A rule that was broken.
    public struct Violation: Error, Equatable, Sendable, CustomStringConvertible {
        public var rule: String
        public var description: String { rule }
    }

    enum Happening {
        case boots
        case station(Input)
        case wake(Int)
        case padHears([UInt8])
        case commits
        case dialled
        case libraryHears([UInt8], line: Int)
        case libraryActsLate([UInt8], session: Int)
        case answers([UInt8], line: Int)
        case lineDrops
        case crashes
        case journalFails
        case padVanishes
        case padComesBack
        case visitorComes
        case visitorActs(Int)
    }

    /// Which faults this seed has at all. Few at a time find more than all at once.
    struct Swarm {
        var line = false
        var crashes = false
        var disk = false
        var pad = false
        var tags = false
        var slowLibrary = false
        var hasty = false
    }

    public static let storm = 150_000  // milliseconds
    public static let calm = 130_000

    let options: Options
    var random: Random
    let swarm: Swarm
    var now = 0  // milliseconds
    var agenda = Agenda<Happening>()
    public internal(set) var seen = Coverage()
    let record: Record
    public var digest: UInt64 { record.digest }
    public internal(set) var steps = 0

    // The kiosk
    var station: Station
    let settings: Settings
    var life = 0
    var isRunning = false
    var wakeTicket = 0
    var disk: [Entry] = []
    var unwritten: [Entry] = []
    var isCommitting = false
    var isDiskFull = false

    // Its devices
    var pad = PretendPad()
    var isPadThere = true
    let scanner = PretendScanner()
    var books: [Book]

    // The library
    let library: Library
    let acs: ACS
    var sessions: [ACSession] = []
    var line = 0
    var isLineUp = false
    var lastAnswer = ""
    /// The list on the screen before the present input, to see what it changed.
    var rowsBefore: [Row] = []

    // People
    var visitors: [Visitor] = []
    var isOccupied = false
    var handled: [(item: ItemBarcode, visit: Int)] = []

    public init(seed: UInt64, options: Options = Options()) throws {
        self.options = options
        record = Record(isTraced: options.isTraced)
        random = Random(seed: seed)
        swarm = Swarm(
            line: random.chance(700), crashes: random.chance(600), disk: random.chance(300),
            pad: random.chance(300), tags: random.chance(600), slowLibrary: random.chance(300),
            hasty: random.chance(500))
        settings = World.settings(options, needsPIN: random.chance(300))
        books = World.stock
        (library, acs) = try World.library(books)
        station = Station(recovered: Recovered(), settings: settings, mistake: options.mistake, at: .start)
    }

    var instant: Instant { Instant(.milliseconds(now)) }

    /// 9 o'clock on a Monday, and on from there.
    var clock: LocalTime {
        let seconds = 9 * 3600 + now / 1000
        let day = LocalDate(dayNumber: 20_780 + seconds / 86_400)
        return LocalTime(day, hour: seconds / 3600 % 24, minute: seconds / 60 % 60, second: seconds % 60)
    }

    var isCalm: Bool { now >= Self.storm }

    /// Runs the story to its end.
    /// - Throws: the first broken rule.
    public mutating func run() throws {
        agenda.add(.boots, at: 0)
        agenda.add(.visitorComes, at: 1500)
        planTroubles()
        while let (at, what) = agenda.next() {
            now = at
            if now > Self.storm + Self.calm { break }
            steps += 1
            guard steps < 60_000 else { throw Violation(rule: "it never comes to rest") }
            try happen(what)
        }
        try checkAtTheEnd()
    }

    private mutating func planTroubles() {
        func moments(_ isOn: Bool, _ most: Int, _ random: inout Random) -> [Int] {
            isOn ? (0..<random.number(1...most)).map { _ in random.number(3000...Self.storm) } : []
        }
        for at in moments(swarm.line, 6, &random) { agenda.add(.lineDrops, at: at) }
        for at in moments(swarm.crashes, 3, &random) { agenda.add(.crashes, at: at) }
        for at in moments(swarm.disk, 2, &random) { agenda.add(.journalFails, at: at) }
        for at in moments(swarm.pad, 2, &random) { agenda.add(.padVanishes, at: at) }
    }

    private mutating func happen(_ what: Happening) throws {
        switch what {
        case .boots: try boot()
        case .station(let input): if isRunning { try feed(input) }
        case .wake(let ticket): if isRunning, ticket == wakeTicket { try feed(.woke) }
        case .padHears(let bytes): try padHears(bytes)
        case .commits: try commit()
        case .dialled: try dialled()
        case .libraryHears(let bytes, let line): try libraryHears(bytes, line)
        case .libraryActsLate(let bytes, let session):
            seen.lateActs += 1
            _ = sessions[session].received(bytes, at: clock)
        case .answers(let bytes, let line): if isRunning, isLineUp, line == self.line { try answered(bytes) }
        case .lineDrops: if !isCalm { try dropLine() }
        case .crashes: if !isCalm, isRunning { crash() }
        case .journalFails: try failJournal()
        case .padVanishes: if !isCalm { try losePad() }
        case .padComesBack: isPadThere = true
        case .visitorComes: visitorComes()
        case .visitorActs(let number): try visitorActs(number)
        }
    }

    // MARK: The story so far

    func note(_ kind: UInt8, _ bytes: some Sequence<UInt8>, _ text: @autoclosure () -> String) {
        record.note(kind, bytes, at: now, text())
    }
}

/// What happened, as one number and, if wanted, as lines to read.
final class Record {
    private(set) var digest: UInt64 = 14_695_981_039_346_656_037  // FNV-1a
    private let isTraced: Bool

    init(isTraced: Bool) { self.isTraced = isTraced }

    func note(_ kind: UInt8, _ bytes: some Sequence<UInt8>, at now: Int, _ text: @autoclosure () -> String) {
        var hash = digest
        for byte in [kind, UInt8(truncatingIfNeeded: now), UInt8(truncatingIfNeeded: now >> 8)] {
            hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
        }
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        digest = hash
        if isTraced { print("\(now) \(text())") }
    }
}

/// Things to come, in the order of their time; at the same time, in the order in which they were planned.
struct Agenda<What> {
    private var entries: [(at: Int, ticket: Int, what: What)] = []
    private var last = 0

    mutating func add(_ what: What, at time: Int) {
        last += 1
        let entry = (at: time, ticket: last, what: what)
        // Sorted with the next one last: most things are planned for soon.
        var index = entries.count
        while index > 0, entries[index - 1].at <= time { index -= 1 }
        entries.insert(entry, at: index)
    }

    mutating func next() -> (Int, What)? { entries.popLast().map { ($0.at, $0.what) } }
}
