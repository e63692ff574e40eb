/// A call number as the item's record gives it: the scheme, the number, and what stands before and after it.
///
/// The prefix is not part of the class. Evergreen keeps it in fields of its own; MARC 852 has `$k` for the
/// prefix, `$h` and `$i` for the number and `$m` for the suffix.
public struct CallNumber: Equatable, Sendable {
    public var scheme: Scheme
    public var text: String
    public var locationPrefix: String
    public var prefix: String
    public var suffix: String
    public var locationSuffix: String

    /// Longest text, in characters, of the number or of one prefix or suffix.
    public static let limit = 400

    public init(
        scheme: Scheme, text: String, locationPrefix: String = "", prefix: String = "", suffix: String = "",
        locationSuffix: String = ""
    ) {
        self.scheme = scheme
        self.text = text
        self.locationPrefix = locationPrefix
        self.prefix = prefix
        self.suffix = suffix
        self.locationSuffix = locationSuffix
    }

    /// What stands before the number, outermost first; empty ones are left out.
    var prefixes: [String] { [locationPrefix, prefix].filter { !$0.isBlank } }

    /// What stands after the number, innermost first; empty ones are left out.
    var suffixes: [String] { [suffix, locationSuffix].filter { !$0.isBlank } }

    /// The number taken apart by the rules of its scheme.
    ///
    /// - Parameter prefixWords: Words that are read as a prefix when they stand in the number itself
    ///   (`REF QA76.9`), because many records have them there. The words are the library's data.
    /// - Throws: ``CallNumberError``: `empty`, `tooLong`, `unprintable`, or `notInScheme` with the place.
    public func reading(prefixWords: [String] = PrefixWords.common) throws(CallNumberError) -> Reading {
        let source = try SourceText(text, breakMark: nil)
        return try Reading(source.characters, scheme: scheme, prefixWords: prefixWords)
    }

    /// Where the item stands on the shelf: compare keys byte by byte.
    ///
    /// Never fails: a number that its scheme cannot read comes after all that it can. Items with a prefix stand
    /// together, after those without one.
    public func shelfKey(prefixWords: [String] = PrefixWords.common) -> ShelfKey {
        ShelfKey(self, prefixWords: prefixWords)
    }

    /// The lines of the spine label.
    ///
    /// - Throws: ``CallNumberError``: `empty`, `tooLong`, `unprintable`, or `lineTooWide` and `tooManyLines` when
    ///   the rules have limits. Text that its scheme cannot read is broken at spaces, and the label says so.
    public func spine(_ rules: SpineRules? = nil) throws(CallNumberError) -> SpineLabel {
        try SpineLabel(self, rules: rules ?? SpineRules(scheme: scheme))
    }
}

/// Words that often stand before the class in the number itself. A library has its own list in its rules.
public enum PrefixWords {
    public static let common = [
        "ARCHIVE", "ARCHIVES", "ATLAS", "AUDIO", "AV", "BIO", "BIOG", "BOARD", "CASE", "CD", "CD-ROM", "CURR", "DESK",
        "DVD", "E", "EASY", "F", "FIC", "FICTION", "FLAT", "FOLIO", "GAME", "GN", "GRAPHIC", "J", "JUV", "JUVENILE",
        "KIT", "LARGE", "LP", "MAP", "MEDIA", "MICROFICHE", "MICROFILM", "MINI", "MP3-CD", "NEW", "NOVEL", "OVERSIZE",
        "PER", "PERIODICAL", "QUARTO", "R", "RARE", "REF", "REFERENCE", "RESERVE", "SCORE", "SPEC", "SPECIAL",
        "STACKS", "STORAGE", "TEXT", "THESIS", "VHS", "VIDEO", "YA",
    ]

    /// Compared without case and without a point or colon at the end.
    static func contains(_ word: String, in words: [String]) -> Bool {
        let word = folded(word)
        return !word.isEmpty && words.contains { folded($0) == word }
    }

    private static func folded(_ text: String) -> String {
        var word = text.uppercased()
        while let last = word.last, last == "." || last == ":" { word.removeLast() }
        return word
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isBlank) }
}
