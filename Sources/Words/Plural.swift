/// The forms that a word can take after a number, by the names that Unicode CLDR gives them.
public enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
}

/// CLDR's plural rules for whole numbers: one row a family of languages.
/// Source: Unicode CLDR, `supplemental/plurals.xml` (cardinal), reduced to whole numbers.
enum Plural {
    /// - Parameters:
    ///   - number: counts, so its sign does not matter.
    ///   - language: a language tag; only what stands before the first `-` decides.
    static func category(of number: Int, in language: String) -> PluralCategory {
        let n = number.magnitude
        switch language.prefix(while: { $0 != "-" }) {
        case "zh", "vi", "ko", "ja", "th", "id", "my": return .other
        case "fr", "pt": return n <= 1 ? .one : isMillions(n) ? .many : .other
        case "es", "it", "ht": return n == 1 ? .one : isMillions(n) ? .many : .other
        case "fa", "hi", "bn", "ti", "am": return n <= 1 ? .one : .other
        case "tl", "fil": return n <= 3 || ![4, 6, 9].contains(n % 10) ? .one : .other
        case "pl": return n == 1 ? .one : isFew(n) ? .few : .many
        case "uk", "ru": return n % 10 == 1 && n % 100 != 11 ? .one : isFew(n) ? .few : .many
        case "cs", "sk": return n == 1 ? .one : 2...4 ~= n ? .few : .other
        case "hr", "sr", "bs": return n % 10 == 1 && n % 100 != 11 ? .one : isFew(n) ? .few : .other
        case "lt": return 11...19 ~= n % 100 || n % 10 == 0 ? .other : n % 10 == 1 ? .one : .few
        case "ro": return n == 1 ? .one : n == 0 || 1...19 ~= n % 100 ? .few : .other
        case "ar": return arabic(n)
        case "cy": return welsh(n)
        case "ga": return n == 1 ? .one : n == 2 ? .two : (3...6 ~= n) ? .few : (7...10 ~= n) ? .many : .other
        case "he": return n == 1 ? .one : n == 2 ? .two : .other
        default: return n == 1 ? .one : .other  // en de tr so nl sv nb da fi ur …
        }
    }

    /// The forms that whole numbers ever ask for in this language: what a translator has to write.
    static func categories(of language: String) -> [PluralCategory] {
        let numbers = Array(0...200) + [1_000_000]
        let found = numbers.map { category(of: $0, in: language) } + [.other]
        return PluralCategory.allCases.filter { found.contains($0) }
    }

    private static func isMillions(_ n: UInt) -> Bool { n != 0 && n % 1_000_000 == 0 }
    private static func isFew(_ n: UInt) -> Bool { 2...4 ~= n % 10 && !(12...14 ~= n % 100) }

    private static func arabic(_ n: UInt) -> PluralCategory {
        switch n {
        case 0: .zero
        case 1: .one
        case 2: .two
        default: 3...10 ~= n % 100 ? .few : 11...99 ~= n % 100 ? .many : .other
        }
    }

    private static func welsh(_ n: UInt) -> PluralCategory {
        switch n {
        case 0: .zero
        case 1: .one
        case 2: .two
        case 3: .few
        case 6: .many
        default: .other
        }
    }
}
