import Testing

@testable import Words

@Suite struct PluralTests {
    struct Family: Sendable, CustomTestStringConvertible {
        var languages: [String]
        /// For 0 1 2 3 5 11 12 21 22 25 100 101 1000000: z o t f m x (x is *other*).
        var forms: String
        var testDescription: String { languages.joined(separator: " ") }
    }

    static let numbers = [0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 101, 1_000_000]

    @Test(arguments: [
        Family(languages: ["en", "de", "tr", "so", "nl", "sv", "nb", "da", "fi", "ur"], forms: "xoxxxxxxxxxxx"),
        Family(languages: ["fr", "pt"], forms: "ooxxxxxxxxxxm"),
        Family(languages: ["es", "it"], forms: "xoxxxxxxxxxxm"),
        Family(languages: ["fa", "hi", "bn", "ti"], forms: "ooxxxxxxxxxxx"),
        Family(languages: ["pl"], forms: "moffmmmmfmmmm"),
        Family(languages: ["uk", "ru"], forms: "moffmmmofmmom"),
        Family(languages: ["ar"], forms: "zotffmmmmmxxx"),
        Family(languages: ["cy"], forms: "zotfxxxxxxxxx"),
        Family(languages: ["ga"], forms: "xotffxxxxxxxx"),
        Family(languages: ["he"], forms: "xotxxxxxxxxxx"),
        Family(languages: ["zh", "vi", "ko", "ja", "zh-Hant"], forms: "xxxxxxxxxxxxx"),
        Family(languages: ["tl"], forms: "ooooooooooooo"),
    ])
    func eachLanguageCountsInItsOwnWay(_ family: Family) {
        let letters: [PluralCategory: String] = [
            .zero: "z", .one: "o", .two: "t", .few: "f", .many: "m", .other: "x",
        ]
        for language in family.languages {
            let forms = Self.numbers.map { letters[Plural.category(of: $0, in: language)] ?? "?" }.joined()
            #expect(forms == family.forms, "\(language)")
        }
    }

    @Test func teensAreNotFewInSlavicLanguages() {
        #expect([12, 13, 14, 112, 114].allSatisfy { Plural.category(of: $0, in: "pl") == .many })
        #expect([24, 102, 104].allSatisfy { Plural.category(of: $0, in: "uk") == .few })
    }

    @Test func theFormsThatATranslatorWritesAreKnown() {
        #expect(Plural.categories(of: "ar") == PluralCategory.allCases)
        #expect(Plural.categories(of: "pl") == [.one, .few, .many, .other])
        #expect(Plural.categories(of: "zh") == [.other])
    }
}
