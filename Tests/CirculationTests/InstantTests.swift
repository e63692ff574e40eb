import Circulation
import Testing

@Suite struct LocalDateTests {
    struct Day: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var number: Int
        var testDescription: String { why }
    }

    /// Day numbers from `date -u -d <day> +%s` divided by 86,400.
    @Test(arguments: [
        Day(why: "the first day of Unix", text: "1970-01-01", number: 0),
        Day(why: "the day before", text: "1969-12-31", number: -1),
        Day(why: "a leap day in a year that 400 divides", text: "2000-02-29", number: 11_016),
        Day(why: "the day after it", text: "2000-03-01", number: 11_017),
        Day(why: "the last of February in a year that only 100 divides", text: "1900-02-28", number: -25_509),
        Day(why: "the day after that", text: "1900-03-01", number: -25_508),
        Day(why: "an ordinary day", text: "2026-01-05", number: 20_458),
        Day(why: "the last day that fits", text: "9999-12-31", number: 2_932_896),
        Day(why: "the first day that fits", text: "0001-01-01", number: -719_162),
    ])
    func daysAreCountedFrom1970(_ day: Day) throws {
        let date = try #require(LocalDate(text: day.text))
        #expect(date.dayNumber == day.number)
        #expect(LocalDate(dayNumber: day.number) == date)
        #expect(date.text == day.text)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var date = try #require(LocalDate(year: 1800, month: 1, day: 1))
        for _ in 0..<146_097 {
            let next = date.adding(days: 1)
            let isReal = LocalDate(year: next.year, month: next.month, day: next.day) == next
            guard next > date, next.dayNumber == date.dayNumber + 1, isReal else {
                Issue.record("after \(date.text) comes \(next.text)")
                return
            }
            date = next
        }
        #expect(date.text == "2200-01-01")
    }

    @Test(arguments: [
        "2025-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00", "0000-01-01", "10000-01-01",
        "2026-01", "", "2026-01-05-01", "today", "2026-1x-05",
    ])
    func aDayThatNoCalendarHasIsNone(_ text: String) { #expect(LocalDate(text: text) == nil) }
}

@Suite struct LocalTimeTests {
    @Test(arguments: ["2026-01-05 00:00:00", "2026-12-31 23:59:59", "0999-06-07 08:09:10"])
    func whatIsPrintedCanBeRead(_ text: String) throws { #expect(try #require(LocalTime(text: text)).text == text) }

    @Test(arguments: [
        "2026-01-05", "2026-01-05 24:00:00", "2026-01-05 12:60:00", "2026-01-05 12:00", "2026-01-05T12:00:00",
        "2026-02-30 12:00:00", "2026-01-05 12:00:00 Z", "", "2026-01-05 -1:00:00",
    ])
    func whatIsNoTimeIsNone(_ text: String) { #expect(LocalTime(text: text) == nil) }

    @Test func theTextSortsAsTheTimeDoes() throws {
        let texts = ["2025-12-31 23:59:59", "2026-01-01 00:00:00", "2026-01-01 00:00:01", "2026-01-01 09:59:00"]
        let times = try texts.map { try #require(LocalTime(text: $0)) }
        #expect(times.sorted() == times)
        #expect(texts.sorted() == texts)
    }
}

@Suite struct InstantTests {
    @Test func distancesAddUp() {
        let later = Instant.start + .milliseconds(1500)
        #expect(Instant.start.distance(to: later) == .seconds(1.5))
        #expect(Instant.start < later)
    }
}
