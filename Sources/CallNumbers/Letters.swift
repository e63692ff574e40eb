/// What the rules of call numbers mean by letter, digit and space.
extension Character {
    /// A digit 0 to 9; other scripts' digits are not digits of a call number.
    var isFigure: Bool { "0"..."9" ~= self && utf8.count == 1 }

    /// A letter A to Z in either case, as classes and cutters use.
    var isBasicLetter: Bool { utf8.count == 1 && ("a"..."z" ~= self || "A"..."Z" ~= self) }

    /// One blank and nothing else: a space that carries an accent is a character to print.
    var isBlank: Bool {
        if self == "\r\n" { return true }
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return false }
        return scalar.properties.isWhitespace
    }

    var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

/// A text folded for the shelf: upper case, Latin letters without their accents, everything ASCII.
enum Folding {
    /// What one character files as: letters, or nothing for a mark that separates.
    static func letters(of character: Character) -> String {
        var folded = ""
        for scalar in character.unicodeScalars {
            if scalar.isASCII {
                guard character.isASCII ? character.isBasicLetter : scalar.properties.isAlphabetic else { continue }
                folded += scalar.properties.uppercaseMapping
            } else if let plain = plain(scalar) {
                folded += plain
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                for upper in scalar.properties.uppercaseMapping.unicodeScalars { folded += code(upper) }
            }
        }
        return folded
    }

    static func letters(of text: some Sequence<Character>) -> String {
        text.map { letters(of: $0) }.joined()
    }

    /// Letters of other scripts file after Z, by their code, so that a key is plain ASCII.
    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "^" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        if (0x300...0x36F).contains(scalar.value) { return "" }
        let upper = scalar.properties.uppercaseMapping
        if upper == "SS" { return upper }
        return table.first { row in row.marked.unicodeScalars.contains { String($0) == upper } }?.plain
    }

    private static let table: [(plain: String, marked: String)] = [
        ("A", "ÀÁÂÃÄÅĀĂĄ"), ("AE", "Æ"), ("C", "ÇĆĈĊČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"),
        ("I", "ÌÍÎÏĨĪĬĮİ"), ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("OE", "Œ"),
        ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"), ("T", "ŢŤŦȚ"), ("TH", "Þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"),
        ("Z", "ŹŻŽ"),
    ]
}
