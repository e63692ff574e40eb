/// Where a call number stands on the shelf: plain ASCII, compared byte by byte, never by a locale's rules.
///
/// The order inside a number is "nothing before something": end, date, word, work letter, cutter, digit. The
/// characters that stand for them are `!`, `#`, `$`, `.` and the digits, in the order of their bytes. Numbers that
/// count carry the count of their digits in front, so that `v.3` comes before `v.11`; decimals and cutters do not.
///
/// The form of a key may be stored: it changes only with a release note. Two ways of writing one number have equal
/// keys (`QA76.9 .D3` and `QA 76.9.D3`).
public struct ShelfKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    public var description: String { text }

    /// Every key that begins with this one is below this bound: the end of a range `QA76` to `QA76`.
    public var rangeEnd: ShelfKey { ShelfKey(text: text + "~") }

    public static func < (left: ShelfKey, right: ShelfKey) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    init(text: String) { self.text = text }

    init(_ callNumber: CallNumber, prefixWords: [String]) {
        let body: String
        var inner: [String] = []
        let characters = Self.characters(callNumber.text)
        if let reading = Self.reading(characters, callNumber.scheme, prefixWords) {
            inner = reading.prefixes
            body = Self.body(reading)
        } else {
            body = "{" + KeyText.natural(characters)
        }
        let prefixes = (callNumber.prefixes + inner).map { KeyText.natural(Self.characters($0)) }
        let suffixes = callNumber.suffixes.map { "#" + KeyText.natural(Self.characters($0)) }
        let group = prefixes.isEmpty ? "" : "_" + prefixes.joined(separator: "#") + "!"
        text = group + body + suffixes.joined()
    }

    /// A text that could not be printed must still have a place, so nothing is refused here.
    private static func characters(_ text: String) -> [Character] {
        if let source = try? SourceText(text, breakMark: nil) { return source.characters }
        return text.prefix(CallNumber.limit).filter { !$0.isControl }
    }

    private static func reading(_ characters: [Character], _ scheme: Scheme, _ prefixWords: [String]) -> Reading? {
        for isLenient in [false, true] {
            do throws(CallNumberError) {
                return try Reading(characters, scheme: scheme, prefixWords: prefixWords, isLenient: isLenient)
            } catch { continue }
        }
        return nil
    }

    private static func body(_ reading: Reading) -> String {
        switch reading.scheme {
        case .libraryOfCongress, .medicine, .dewey: reading.parts.map { KeyText.part($0, reading.scheme) }.joined()
        case .documents: DocumentsKey.text(reading)
        case .universal: UniversalKey.text(reading)
        case .local: KeyText.natural(reading.characters, hasDecimals: true)
        }
    }
}

/// How one part of a call number is written into a key.
enum KeyText {
    static func part(_ part: Reading.Part, _ scheme: Scheme) -> String {
        switch part.kind {
        case .prefix: ""
        case .letters: padded(Folding.letters(of: part.text), to: 3, with: " ")
        case .number: number(part.text, integerDigits: scheme == .dewey ? 3 : 4)
        case .date: "!" + date(part.text)
        case .cutter: "." + cutter(part.text)
        case .author: "." + natural(part.text)
        case .series, .colon, .word: word(part.text)
        }
    }

    /// Words of a number: letters as they are, digits with their count, one mark between what is apart.
    ///
    /// - Parameter hasDecimals: A point between two digits makes the second a fraction: `11.12` before `11.2`.
    static func natural(_ text: some Sequence<Character>, hasDecimals: Bool = false) -> String {
        let characters = Array(text)
        var key = ""
        var isApart = false
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character.isFigure {
                var digits = ""
                while index < characters.count, characters[index].isFigure {
                    digits.append(characters[index])
                    index += 1
                }
                let isAfterDigit = key.utf8.last.map { (0x30...0x39).contains($0) } ?? false
                let isFraction =
                    hasDecimals && isAfterDigit && index > digits.count
                    && characters[index - digits.count - 1] == "."
                key += isFraction ? "." + digits : (isAfterDigit ? "\"" : "") + counted(digits)
                isApart = false
            } else {
                let letters = Folding.letters(of: character)
                if letters.isEmpty {
                    isApart = isApart || !character.isCombining
                } else {
                    let isAfterLetter = key.utf8.last.map { $0 >= 0x41 } ?? false
                    key += (isApart && isAfterLetter ? "\"" : "") + letters
                    isApart = false
                }
                index += 1
            }
        }
        return key
    }

    /// A whole number that sorts by its value: leading zeros off, the count of digits in front.
    static func counted(_ digits: String) -> String {
        let value = digits.drop { $0 == "0" }
        var count = value.count
        var key = ""
        while count > 8 {
            key += "9"
            count -= 8
        }
        return key + String(count) + value
    }

    static func padded(_ text: some StringProtocol, to length: Int, with filler: Character) -> String {
        let missing = max(0, length - text.count)
        let filling = String(repeating: filler, count: missing)
        return filler == " " ? text + filling : filling + text
    }

    private static func word(_ text: String) -> String {
        let key = natural(text)
        return key.isEmpty ? "" : "#" + key
    }

    /// `76.73` is `007673`; a second point (`76.6.73`, in no schedule) is kept as a step below the digits.
    private static func number(_ text: String, integerDigits: Int) -> String {
        let marks = text.filter { $0.isFigure || $0 == "." || $0 == "," }
        let groups = marks.split(whereSeparator: { !$0.isFigure })
        let integer = padded(groups.first ?? "0", to: integerDigits, with: "0")
        return integer + groups.dropFirst().joined(separator: "/")
    }

    private static func date(_ text: String) -> String {
        let digits = text.prefix { $0.isFigure }
        let rest = text.dropFirst(digits.count)
        let value = padded(digits, to: 4, with: "0")
        let letters = Folding.letters(of: rest)
        if let first = rest.first, first == "-" || first == "/" {
            // `1983-90` ends in 1990.
            let end = rest.dropFirst()
            return value + " " + digits.prefix(4 - min(4, end.count)) + end
        }
        let isOrdinal = digits.count < 4 || ["ST", "ND", "RD", "TH", "D"].contains(letters)
        return letters.isEmpty || isOrdinal ? value : value + "$" + letters
    }

    private static func cutter(_ text: String) -> String {
        let text = text.filter { !$0.isBlank }
        let letters = text.prefix { !$0.isFigure }
        let digits = text.dropFirst(letters.count).prefix { $0.isFigure }
        let work = text.dropFirst(letters.count + digits.count)
        let key = Folding.letters(of: letters) + digits
        return work.isEmpty ? key : key + "$" + Folding.letters(of: work)
    }
}

extension Character {
    /// An accent that stands alone, because the letter before it came from another record.
    var isCombining: Bool { unicodeScalars.allSatisfy { (0x300...0x36F).contains($0.value) } }
}
