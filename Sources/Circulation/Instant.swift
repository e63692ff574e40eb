/// Time since the station started, monotonic. Never a wall clock.
public struct Instant: Comparable, Hashable, Sendable {
    public var sinceStart: Duration
    public init(_ sinceStart: Duration) { self.sinceStart = sinceStart }
    public static let start = Instant(.zero)
    public static func < (a: Instant, b: Instant) -> Bool { a.sinceStart < b.sinceStart }
    public func distance(to later: Instant) -> Duration { later.sinceStart - sinceStart }
    public static func + (a: Instant, d: Duration) -> Instant { Instant(a.sinceStart + d) }
}

/// What a clock on the library's wall shows. No zone: the library's own.
public struct LocalTime: Hashable, Comparable, Sendable {
    public var date: LocalDate
    public var hour: Int  // 0...23
    public var minute: Int  // 0...59
    public var second: Int  // 0...59

    public init(_ date: LocalDate, hour: Int, minute: Int, second: Int = 0) {
        (self.date, self.hour, self.minute, self.second) = (date, hour, minute, second)
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.date, a.hour, a.minute, a.second) < (b.date, b.hour, b.minute, b.second)
    }

    /// `yyyy-mm-dd hh:mm:ss`, for the journal and the engine: it sorts as text.
    public var text: String { "\(date.text) \(two(hour)):\(two(minute)):\(two(second))" }

    public init?(text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let date = LocalDate(text: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        self.init(date, hour: clock[0], minute: clock[1], second: clock[2])
    }
}

/// A day in the proleptic Gregorian calendar.
public struct LocalDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int  // 1...12
    public let day: Int  // 1...31

    /// - Returns: nil for a day that no calendar has.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    /// `yyyy-mm-dd`.
    public var text: String {
        let y = String(year)
        return String(repeating: "0", count: max(0, 4 - y.count)) + y + "-\(two(month))-\(two(day))"
    }

    public func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

    /// Days since 1970-01-01. Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    public init(dayNumber: Int) {
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * m + 2) / 5 + 1
        month = m < 10 ? m + 3 : m - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
