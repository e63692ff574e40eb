import Circulation

/// A date and time of the protocol: 18 characters, `YYYYMMDDZZZZHHMMSS`. Bad dates never make a line bad.
public struct SIP2Time: Hashable, Sendable {
    static let width = 18

    /// nil for blanks, zeros, and what cannot be read.
    public var time: LocalTime?
    /// Hours east of Greenwich from a military zone letter, -12...12; nil for the library's own time.
    public var hoursEast: Int?

    public init(_ time: LocalTime? = nil, hoursEast: Int? = nil) {
        self.time = time
        self.hoursEast = hoursEast
    }

    /// The time if it is the library's own; a time of another zone cannot be converted here.
    public var local: LocalTime? { hoursEast == nil ? time : nil }

    /// Reads leniently: zone blank, `0000`, `ZZZZ`, a tab or a letter; zone at the end; a date alone.
    public init(bytes: some Sequence<UInt8>) {
        var ignored: Note.Oddity?
        self = Array(bytes).withUnsafeBufferPointer { Self($0, &ignored) }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ oddity: inout Note.Oddity?) {
        self.init()
        if bytes.allSatisfy({ $0 <= 0x20 || $0 == 0x30 }) { return }
        guard bytes.count == Self.width || bytes.count == 8, let date = Self.date(bytes) else {
            oddity = .unreadable
            return
        }
        if bytes.count == 8 {
            time = LocalTime(date, hour: 0, minute: 0)
            return
        }
        if !Self.isZone(bytes, &hoursEast) {
            oddity = .unreadable
            // `YYYYMMDDHHMMSS0000`, as a self-check program in use writes it.
            if let clock = Self.clock(bytes, at: 8), bytes[14...].allSatisfy({ $0 == 0x30 }) {
                time = LocalTime(date, hour: clock.hour, minute: clock.minute, second: clock.second)
                return
            }
        }
        guard let clock = Self.clock(bytes, at: 12) else {
            oddity = .unreadable
            hoursEast = nil
            return
        }
        time = LocalTime(date, hour: clock.hour, minute: clock.minute, second: clock.second)
    }

    func append(to bytes: inout [UInt8]) {
        guard let time else {
            bytes.append(contentsOf: repeatElement(0x20, count: Self.width))
            return
        }
        Self.append(time.date.year, 4, to: &bytes)
        Self.append(time.date.month, 2, to: &bytes)
        Self.append(time.date.day, 2, to: &bytes)
        bytes.append(contentsOf: [0x20, 0x20, 0x20, hoursEast.flatMap(Self.letter) ?? 0x20])
        Self.append(time.hour, 2, to: &bytes)
        Self.append(time.minute, 2, to: &bytes)
        Self.append(time.second, 2, to: &bytes)
    }
}

extension SIP2Time {
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var number = 0
        for index in start..<start + count {
            guard (0x30...0x39).contains(bytes[index]) else { return nil }
            number = number * 10 + Int(bytes[index] - 0x30)
        }
        return number
    }

    private static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> LocalDate? {
        guard let year = number(bytes, 0, 4), let month = number(bytes, 4, 2), let day = number(bytes, 6, 2)
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    /// A leap second is shown as the second before it.
    private static func clock(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = number(bytes, start, 2), let minute = number(bytes, start + 2, 2),
            let second = number(bytes, start + 4, 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        return (hour, minute, min(second, 59))
    }

    private static func isZone(_ bytes: UnsafeBufferPointer<UInt8>, _ hoursEast: inout Int?) -> Bool {
        let zone = bytes[8..<12].filter { $0 > 0x20 }
        if zone.isEmpty || zone.count == 4 && zone.allSatisfy({ $0 == 0x30 }) { return true }
        if zone.count == 4, zone.allSatisfy({ $0 == UInt8(ascii: "Z") }) { return true }
        guard zone.count == 1, let hours = hours(zone[0]) else { return false }
        hoursEast = hours
        return true
    }

    /// Military letters: Z is Greenwich, A…M (no J) go east, N…Y go west.
    private static let east = Array("ABCDEFGHIKLM".utf8)
    private static let west = Array("NOPQRSTUVWXY".utf8)

    private static func hours(_ letter: UInt8) -> Int? {
        if letter == UInt8(ascii: "Z") { return 0 }
        if let place = east.firstIndex(of: letter) { return place + 1 }
        return west.firstIndex(of: letter).map { -($0 + 1) }
    }

    private static func letter(_ hours: Int) -> UInt8? {
        switch hours {
        case 0: UInt8(ascii: "Z")
        case 1...12: east[hours - 1]
        case -12 ... -1: west[-hours - 1]
        default: nil
        }
    }

    private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
        let digits = String(number).utf8
        bytes.append(contentsOf: repeatElement(0x30, count: max(0, width - digits.count)))
        bytes.append(contentsOf: digits)
    }
}
