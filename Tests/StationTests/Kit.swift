import Circulation
import Devices
import Kiosk
import Pretend
import SIP2
import Station
import Tags
import Testing

/// A station with a pretend pad and scanner, a library whose answers the test writes down, and a disk that
/// commits when the test says so.
struct Kit {
    static let item = "31234000000016"
    static let card = "21234000000018"
    static let welcome = "64              00020261123    140500000000000000000000000000AOMAIN|AA\(card)|AEAda|BLY|CQY|"
    static let lent = "121NNY20261123    140500AOMAIN|AA\(card)|AB\(item)|AJEmma|AH20261211    235900|"

    var station: Station
    var now = Instant.start
    var disk: [Entry] = []
    var unwritten: [Entry] = []
    var commitsAtOnce = true
    var pad = PretendPad()
    /// Questions as they left, without their line ends.
    var sent: [String] = []
    var hangUps = 0
    var dials = 0
    var opened: [Port] = []
    var answersDial = true

    init(recovered: Recovered = Recovered(), _ change: (inout Settings) -> Void = { _ in }) {
        var settings = Settings()
        settings.line.errorDetection = .off
        settings.line.user = "kiosk"
        settings.line.keepAlive = .seconds(100_000)
        settings.devices = [
            Settings.Device(role: .pad, model: "3m-810"), Settings.Device(role: .scanner, model: "line-scanner"),
        ]
        change(&settings)
        station = Station(recovered: recovered, settings: settings, at: .start)
        disk = Array(repeating: .stillAlarmed(ItemBarcode("0")), count: recovered.lastEntry)
    }

    static let clock = LocalTime(LocalDate(year: 2026, month: 11, day: 23)!, hour: 14, minute: 5)

    mutating func start() {
        perform(station.start(at: now, clock: Self.clock))
        answer("941")
        answer("98YYYYNN10000320261123    1405002.00AOMAIN|BXYYYYYYYYYYYYYYYY|")
    }

    mutating func happens(_ input: Input) { perform(station.handle(input, at: now, clock: Self.clock)) }

    mutating func passes(_ time: Duration) {
        let end = now + time
        while let wake = station.nextWake, wake <= end {
            now = max(now, wake)
            happens(.woke)
        }
        now = end
        happens(.woke)
    }

    mutating func answer(_ line: String) { happens(.lineReceived(Array((line + "\r").utf8))) }

    mutating func commit() {
        disk += unwritten
        unwritten = []
        happens(.committed(disk.count))
    }

    mutating func perform(_ step: Station.Step) {
        unwritten += step.entries
        for output in step.outputs {
            switch output {
            case .open(let port):
                opened.append(port)
                happens(.opened(port))
            case .write(let port, let bytes):
                guard port.role == .pad else { continue }
                let answer = pad.received(bytes)
                if !answer.isEmpty { happens(.received(port, answer)) }
            case .dial:
                dials += 1
                happens(answersDial ? .lineUp : .lineDown)
            case .send(let bytes): sent.append(String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self))
            case .hangUp: hangUps += 1
            case .close, .print, .show: break
            }
        }
        if commitsAtOnce, !unwritten.isEmpty { commit() }
    }

    mutating func scan(_ text: String) { happens(.received(Port(.scanner), Array((text + "\r").utf8))) }

    mutating func put(_ item: String = Kit.item) throws {
        pad.put(try PretendTag.item(barcode: item, uid: TagUID(0xE004_0100_0000_0001), alarmOn: true))
        passes(.seconds(2))
    }

    mutating func press(_ choice: Choice) throws {
        let offer = try #require(station.shown.offers.first { $0.choice == choice }, "\(choice) is not offered")
        happens(.pressed(offer.token))
    }

    /// A patron who was let in with a PIN.
    mutating func identify() throws {
        scan(Self.card)
        let offer = try #require(station.shown.offers.first { $0.choice == .typePIN })
        happens(.typedPIN(offer.token, Secret("1234")))
        answer(Self.welcome)
    }

    var screen: Screen.Name { station.shown.display.screen.name }
    var rows: [Row] {
        if case .borrow(let session) = station.shown.display.screen { session.rows } else { [] }
    }
    var codes: [String] { sent.map { String($0.prefix(2)) } }
    var tag: PretendTag? { pad.tags.first }
}
