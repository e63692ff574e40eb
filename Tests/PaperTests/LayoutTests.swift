import Circulation
import Testing

@testable import Paper

@Suite struct LayoutTests {
    @Test(arguments: [16, 32, 42, 48], ["en", "ar"])
    func noLineIsWiderThanThePaper(_ columns: Int, _ language: String) {
        let words = language == "ar" ? Slips.arabic : Slips.english
        for document in [Slips.borrowed(language), Slips.returned(language)] {
            for line in PaperText(document, columns: columns, words: words).lines {
                #expect(Width.of(line.text) <= columns, "\(line.text)")
            }
        }
    }

    @Test func theNextDueDateIsFirstAndFramed() throws {
        let lines = PaperText(Slips.borrowed("en"), columns: 42, words: Slips.english).lines.map(\.text)
        let frame = try #require(lines.firstIndex { $0.hasPrefix("┌") })
        #expect(lines[frame + 1].contains("BACK BY Friday 2026-01-19"))
        let later = try #require(lines.firstIndex { $0.contains("2026-02-02") })
        #expect(later > frame + 2)
        #expect(lines.firstIndex(of: " The Salt Path").map { frame < $0 && $0 < later } == true)
    }

    @Test func aLongTitleTakesTwoLinesAndSaysThatThereIsMore() {
        let lines = Wrapping.lines(Slips.long, width: 31, most: 2)
        #expect(lines == ["The Strange Case of the", "Alchemist’s Daughter and the…"])
        #expect(Wrapping.lines("The Salt Path", width: 31, most: 2) == ["The Salt Path"])
    }

    @Test(arguments: [
        ("a word longer than a line is broken inside", "Donaudampfschifffahrt", 8, ["Donaudam", "pfsch…"]),
        ("East Asian characters take two places and break anywhere", "紅樓夢第一冊", 8, ["紅樓夢第", "一冊"]),
        ("nothing is no line", "", 8, []),
        ("blanks are no line", " \t\n ", 8, []),
        ("exactly as wide as the paper", "12345678", 8, ["12345678"]),
        ("two lines that fit exactly", "12345678 12345678", 8, ["12345678", "12345678"]),
        ("marks over letters take no place", "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", 5, ["ééééé"]),
        ("three points in data stay three", "wait…", 8, ["wait..."]),
    ])
    func textsAreWrapped(_ why: String, _ text: String, _ width: Int, _ lines: [String]) {
        #expect(Wrapping.lines(text, width: width, most: 2) == lines, "\(why)")
    }

    @Test func arabicBelongsToTheRightEdge() {
        let lines = PaperText(Slips.returned("ar"), columns: 42, words: Slips.arabic).lines.map(\.text)
        let title = lines.first { $0.contains("كتاب") }
        #expect(title.map { Width.of($0) } == 41)
        #expect(title?.hasPrefix("   ") == true)
    }

    @Test func aSlipOfHundredsOfBooksAndOfNoneIsLaidOut() {
        let many = (1...500).map { Receipt.Line(title: "Book \($0)", due: Slips.day.adding(days: $0 % 7)) }
        let text = PaperText(Slips.receipt(.borrowed, "en", many), columns: 32, words: Slips.english)
        #expect(text.lines.filter { $0.text.hasPrefix(" Book") }.count == 500)
        #expect(!PaperText(Slips.receipt(.borrowed, "en", []), columns: 32, words: Slips.english).lines.isEmpty)
    }

    @Test func titlesAreTakenAsTheyAreAndNeverAsCommands() {
        let evil = "Salt\u{1B}@\u{10}\u{14}\u{01}\u{00}\u{01}\u{1D}V\u{00} Path\u{7F}\u{9B}\u{85}\nnext"
        let document = Slips.receipt(.returned, "en", [Receipt.Line(title: evil)])
        let text = PaperText(document, columns: 42, words: Slips.english)
        #expect(text.lines.contains { $0.text == " Salt@V Path next" })
        for profile in PrinterProfile.all {
            let harmless = PaperText(
                Slips.receipt(.returned, "en", [.init(title: "Salt@V Path next")]), columns: 42, words: Slips.english)
            #expect(ESCPOS.bytes(text, for: profile) == ESCPOS.bytes(harmless, for: profile))
        }
    }
}
