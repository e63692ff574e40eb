/// Reads ICU message syntax, as much of it as a kiosk needs: `{name}`, `{n, plural, =0 {…} one {…} other {…}}`, `#`
/// inside a plural, and `'` to quote braces (`''` is an apostrophe; a single one before a letter is one as well).
struct PatternParser {
    struct Problem: Error, Equatable {
        var why: String
    }

    private static let deepest = 8

    private let characters: [Character]
    private var index = 0

    static func parse(_ text: String) throws(Problem) -> Pattern {
        var parser = PatternParser(characters: Array(text))
        let pattern = try parser.pattern(depth: 0, isInPlural: false)
        if parser.index < parser.characters.count { throw Problem(why: "a '}' too many") }
        return pattern
    }

    private var next: Character? { index < characters.count ? characters[index] : nil }

    private mutating func pattern(depth: Int, isInPlural: Bool) throws(Problem) -> Pattern {
        guard depth <= Self.deepest else { throw Problem(why: "braces more than \(Self.deepest) deep") }
        var parts: [Pattern.Part] = []
        var text = ""
        func flushed(_ parts: [Pattern.Part], _ text: inout String) -> [Pattern.Part] {
            defer { text = "" }
            return text.isEmpty ? parts : parts + [.text(text)]
        }
        while let character = next, character != "}" {
            index += 1
            switch character {
            case "{":
                parts = flushed(parts, &text) + [try placeholder(depth: depth)]
            case "#" where isInPlural:
                parts = flushed(parts, &text) + [.number]
            case "'":
                text += quoted()
            default:
                text.append(character)
            }
        }
        return Pattern(parts: flushed(parts, &text))
    }

    /// After a `'`.
    private mutating func quoted() -> String {
        guard let first = next, first == "'" || first == "{" || first == "}" || first == "#" else { return "'" }
        if first == "'" {
            index += 1
            return "'"
        }
        var text = ""
        while let character = next {
            index += 1
            if character == "'" { break }
            text.append(character)
        }
        return text
    }

    /// After a `{`, up to and with its `}`.
    private mutating func placeholder(depth: Int) throws(Problem) -> Pattern.Part {
        let name = try word("an argument's name")
        if take("}") { return .argument(name) }
        try expect(",")
        let type = try word("'plural'")
        guard type == "plural" else { throw Problem(why: "'\(type)' is not known here, only 'plural'") }
        try expect(",")
        var choice = Pattern.Choice()
        while !take("}") {
            guard next != nil else { throw Problem(why: "a '{' without its '}'") }
            try form(of: &choice, depth: depth)
        }
        guard choice.forms.contains(where: { $0.category == .other }) else {
            throw Problem(why: "a plural without 'other'")
        }
        return .plural(name, choice)
    }

    private mutating func form(of choice: inout Pattern.Choice, depth: Int) throws(Problem) {
        let isExact = take("=")
        let label = try word("a plural form")
        try expect("{")
        let pattern = try pattern(depth: depth + 1, isInPlural: true)
        try expect("}")
        if isExact {
            guard let number = Int(label) else { throw Problem(why: "'=\(label)' is not a number") }
            if choice.exact.contains(where: { $0.number == number }) { throw Problem(why: "'=\(number)' twice") }
            choice.exact.append(.init(number: number, pattern: pattern))
        } else {
            guard let category = PluralCategory(rawValue: label) else {
                throw Problem(why: "'\(label)' is not a plural form")
            }
            if choice.forms.contains(where: { $0.category == category }) { throw Problem(why: "'\(label)' twice") }
            choice.forms.append(.init(category: category, pattern: pattern))
        }
    }

    private mutating func skipBlanks() {
        while let character = next, character.isWhitespace { index += 1 }
    }

    private mutating func take(_ wanted: Character) -> Bool {
        skipBlanks()
        guard next == wanted else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ wanted: Character) throws(Problem) {
        guard take(wanted) else {
            throw Problem(why: next.map { "'\(wanted)' expected, but there is '\($0)'" } ?? "a '{' without its '}'")
        }
    }

    private mutating func word(_ what: String) throws(Problem) -> String {
        skipBlanks()
        var text = ""
        while let character = next, character.isLetter || character.isNumber || character == "_" {
            text.append(character)
            index += 1
        }
        skipBlanks()
        guard !text.isEmpty else { throw Problem(why: "\(what) is missing after a '{'") }
        return text
    }
}
