import Circulation
import Testing

@testable import Words

/// The words that ship: every file that lies in `Kiosk/Web/words`.
@Suite struct CatalogueTests {
    private static let folder = String(#filePath.dropLast("Tests/WordsTests/CatalogueTests.swift".count))
    private static let words = Result { try Words(folder: folder + "Kiosk/Web/words") }

    @Test func englishAndArabicAreThere() throws {
        let languages = try Self.words.get().languages
        #expect(languages.contains("en") && languages.contains("ar"))
    }

    @Test func everyPhraseIsInEveryFileWithTheArgumentsOfEnglish() throws {
        let words = try Self.words.get()
        for phrase in Phrase.allCases {
            let english = try #require(words.pattern(phrase.rawValue, in: "en"), "en lacks \(phrase.rawValue)")
            for language in words.languages {
                let pattern = words.pattern(phrase.rawValue, in: language)
                #expect(pattern != nil, "\(language) lacks \(phrase.rawValue)")
                #expect(pattern?.arguments ?? english.arguments == english.arguments, "\(language) \(phrase.rawValue)")
            }
        }
    }

    @Test func everyPluralHasTheFormsOfItsLanguage() throws {
        let words = try Self.words.get()
        for language in words.languages {
            // Spanish, French and their like say a round million with *many*; no visit borrows so many books.
            let wanted = Plural.categories(of: language).filter { form in
                form != .many || (1...1000).contains { Plural.category(of: $0, in: language) == .many }
            }
            for key in words.keys(of: language) {
                for choice in words.pattern(key, in: language)?.choices ?? [] {
                    let lacking = wanted.filter { form in !choice.forms.contains { $0.category == form } }
                    #expect(lacking.isEmpty, "\(language) \(key) lacks \(lacking)")
                }
            }
        }
    }

    /// A literal number in a *one* form is wrong where 0 or 21 is *one* as well.
    @Test func theOneFormNeverSaysOneInDigits() throws {
        let words = try Self.words.get()
        for language in words.languages where !["en", "ar", "de"].contains(language) {
            for key in words.keys(of: language) {
                for form in words.pattern(key, in: language)?.choices.flatMap(\.forms) ?? [] where form.category == .one
                {
                    let saysOne = form.pattern.parts.contains { part in
                        if case .text(let text) = part { text.contains("1") } else { false }
                    }
                    #expect(!saysOne, "\(language) \(key)")
                }
            }
        }
    }
}
