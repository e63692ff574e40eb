import Circulation
import Foundation

/// The only clock of a station: a steady one that counts from its start, and the one on the library's wall.
public struct HostClock: Sendable {
    private let began = ContinuousClock.now
    private let calendar: Calendar

    public init(timeZone: TimeZone = .current) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    public func now() -> Instant { Instant(ContinuousClock.now - began) }

    /// The moment at which `now()` will say `instant`.
    func moment(of instant: Instant) -> ContinuousClock.Instant { began + instant.sinceStart }

    /// The library's local time, to the second. A leap second shows as 59.
    public func local() -> LocalTime {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day, let hour = parts.hour,
            let minute = parts.minute, let second = parts.second,
            let date = LocalDate(year: year, month: month, day: day)
        else { preconditionFailure("the Gregorian calendar has a date for every moment") }
        return LocalTime(date, hour: hour, minute: minute, second: min(second, 59))
    }
}
