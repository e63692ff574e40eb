import Circulation
import FoundationEssentials
import Testing

@testable import Words

@Suite struct WordsTests {
    static let english = """
        {"_": {"language": "English"},
         "borrow.all": "{n, plural, one {It is borrowed} other {All # are borrowed}}.",
         "borrow.quick": "Put {title} back.", "patron.P-110": "Your card ended on {date}.",
         "patron.P-120": "You owe {amount}.", "finish": "Finish"}
        """
    static let arabic = """
        {"borrow.all": "{n, plural, zero {0} one {1} two {2} few {few #} many {many #} other {other #}}",
         "borrow.quick": "أعد {title}.", "patron.P-110": "{date}"}
        """

    private func words() throws -> Words {
        try Words(files: [("en.json", Data(Self.english.utf8)), ("ar.json", Data(Self.arabic.utf8))])
    }

    @Test func numbersChooseTheirForm() throws {
        let words = try words()
        #expect(words.text(Message(.borrowAll, ["n": .number(1)]), in: "en") == "It is borrowed.")
        #expect(words.text(Message(.borrowAll, ["n": .number(4)]), in: "en") == "All 4 are borrowed.")
        #expect(words.text(Message(.borrowAll, ["n": .number(1_000_000)]), in: "en") == "All 1,000,000 are borrowed.")
        #expect(words.text(Message(.borrowAll, ["n": .number(3)]), in: "ar") == "few 3")
        #expect(words.text(Message(.borrowAll, ["n": .number(11)]), in: "ar") == "many 11", "Latin numerals")
        #expect(words.text(Message(.borrowAll, ["n": .number(100)]), in: "ar") == "other 100")
    }

    @Test(arguments: [
        ("en", "Friday 11 December"), ("de", "Freitag, 11. Dezember"), ("fr", "vendredi 11 décembre"),
        ("es", "viernes, 11 de diciembre"), ("pl", "piątek, 11 grudnia"), ("ar", "الجمعة، 11 ديسمبر"),
        ("zh", "12月11日 星期五"), ("uk", "пʼятниця, 11 грудня"), ("pt", "sexta-feira, 11 de dezembro"),
        ("tr", "11 Aralık Cuma"), ("vi", "Thứ Sáu, 11 tháng 12"), ("fa", "جمعه 11 دسامبر"),
    ])
    func daysAreSaidInWords(_ language: String, _ said: String) throws {
        let date = try #require(LocalDate(year: 2026, month: 12, day: 11))
        let spoken = try words().date(date, in: language).filter { $0 != "," }
        #expect(spoken == said.filter { $0 != "," })
    }

    @Test func noDayOfAYearDependsOnTheZone() throws {
        let words = try words()
        let first = try #require(LocalDate(year: 2024, month: 1, day: 1))
        let all = (0..<366).map { words.date(first.adding(days: $0), in: "en") }
        #expect(Set(all).count == 366)
        #expect(all.first == "Monday 1 January")
        #expect(all.last == "Tuesday 31 December")
    }

    @Test(arguments: [
        (1240, "EUR", "en", "€12.40"), (1240, "EUR", "de", "12,40 €"), (120, "JPY", "en", "JP¥120"),
        (1500, "KWD", "en", "KWD 1.500"), (-350, "EUR", "en", "-€3.50"),
    ])
    func moneyIsSaidInTheLanguagesOrder(_ minor: Int, _ currency: String, _ language: String, _ said: String) throws {
        let german = Data(#"{"patron.P-120": "{amount}."}"#.utf8)
        let words = try Words(files: [("en.json", Data(Self.english.utf8)), ("de.json", german)])
        let amount = Message.Argument.money(Money(minor: minor, currency: currency))
        let text = words.text(Message(.patronOwes, ["amount": amount]), in: language)
        // The blank between amount and sign is one that does not break.
        let ordinary = String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
        #expect(ordinary.hasSuffix("\(said)."), "\(text)")
    }

    @Test func titlesAreIsolatedExceptOnPaper() throws {
        let words = try words()
        let message = Message(.borrowQuick, ["title": .text("Salt \u{202E}Path\u{2069}")])
        #expect(words.text(message, in: "ar") == "أعد \u{2068}Salt Path\u{2069}.")
        #expect(words.text(message, in: "en", plain: true) == "Put Salt Path back.")
    }

    @Test func whatALanguageLacksIsSaidInEnglishAndCounted() throws {
        let words = try words()
        #expect(words.text(Message(.finish), in: "ar") == "Finish")
        #expect(words.text(Message(.finish), in: "ar") == "Finish")
        #expect(words.text(Message(.finish), in: "xx") == "Finish")
        #expect(words.text(Message(.help), in: "en") == "help")
        #expect(words.text(Message(.borrowQuick), in: "en") == "Put  back.")
        #expect(
            words.missing.map { "\($0.what): \($0.times)" }
                == ["ar finish: 2", "en borrow.quick {title}: 1", "en help: 1", "xx finish: 1"])
    }

    @Test func textsInDataAreNeverReadAsPatterns() throws {
        let said = try words().text(Message(.borrowQuick, ["title": .text("{n} # {title}")]), in: "en", plain: true)
        #expect(said == "Put {n} # {title} back.")
    }

    @Test func aMistakeNamesItsFileAndKey() {
        let bad = Data(#"{"finish": "{n, plural, one {x}}"}"#.utf8)
        #expect(throws: WordsError.badMessage(file: "en.json", key: "finish", why: "a plural without 'other'")) {
            try Words(files: [("en.json", bad)])
        }
        #expect(throws: WordsError.badMessage(file: "en.json", key: "finish", why: "it must be a text")) {
            try Words(files: [("en.json", Data(#"{"finish": {"x": 1}}"#.utf8))])
        }
        #expect(throws: WordsError.noEnglish(path: "memory")) { try Words(files: [("ar.json", Data("{}".utf8))]) }
        #expect(throws: WordsError.unreadable(path: "/nowhere")) { try Words(folder: "/nowhere") }
        for text in ["", "[1]", "{", "{\"a\":}"] {
            let error = #expect(throws: WordsError.self) { try Words(files: [("en.json", Data(text.utf8))]) }
            #expect(error?.code == "WORD-2")
        }
    }

    @Test func directionsAreKnown() throws {
        let words = try words()
        #expect(["ar", "fa", "he", "ur", "ar-EG"].allSatisfy { words.direction(of: $0) == .rightToLeft })
        #expect(["en", "tr", "so", "zh"].allSatisfy { words.direction(of: $0) == .leftToRight })
        #expect(words.languages == ["ar", "en"])
    }
}
