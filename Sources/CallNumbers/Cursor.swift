/// A place in a text that is being read. Every method moves forward or not at all.
struct Cursor {
    let characters: [Character]
    private(set) var position = 0

    init(_ characters: [Character]) { self.characters = characters }

    var isAtEnd: Bool { position >= characters.count }

    /// The character so many places ahead; `nil` past the end.
    func peek(_ ahead: Int = 0) -> Character? {
        let index = position + ahead
        return index < characters.count ? characters[index] : nil
    }

    /// How many characters from `ahead` on satisfy the condition.
    func run(from ahead: Int = 0, where condition: (Character) -> Bool) -> Int {
        var index = position + ahead
        while index < characters.count, condition(characters[index]) { index += 1 }
        return index - position - ahead
    }

    mutating func advance(_ count: Int) { position = min(position + count, characters.count) }

    @discardableResult
    mutating func skipBlanks() -> Bool {
        let count = run { $0.isBlank }
        advance(count)
        return count > 0
    }

    /// Whether a word ends so many places ahead.
    func isBoundary(_ ahead: Int) -> Bool {
        guard let next = peek(ahead) else { return true }
        return next.isBlank || next == "."
    }

    /// Takes the next characters as a part; `dropping` of them are not in its text.
    mutating func take(_ count: Int, as kind: Reading.Part.Kind, dropping: Int = 0) -> Reading.Part {
        let start = position
        advance(count)
        let text = String(characters[min(start + dropping, position)..<position])
        return Reading.Part(kind: kind, text: text, range: start..<position)
    }

    /// The length of the word that starts here.
    var wordLength: Int { run { !$0.isBlank } }

    mutating func takePrefix(of words: [String]) -> Reading.Part? {
        guard PrefixWords.contains(String(characters[position..<position + wordLength]), in: words) else { return nil }
        let part = take(wordLength, as: .prefix)
        skipBlanks()
        return part
    }

    mutating func takeWords() -> [Reading.Part] {
        var words: [Reading.Part] = []
        skipBlanks()
        while !isAtEnd {
            words.append(take(wordLength, as: .word))
            skipBlanks()
        }
        return words
    }

    func failure(_ scheme: Scheme, at ahead: Int = 0, expected: String) -> CallNumberError {
        .notInScheme(scheme, position: position + ahead + 1, expected: expected)
    }
}
