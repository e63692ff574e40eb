/// Dewey numbers: words before the number, up to three digits, decimals, then the author and the rest.
enum Dewey {
    static func read(_ characters: [Character], prefixWords: [String]) throws(CallNumberError) -> [Reading.Part] {
        var cursor = Cursor(characters)
        do throws(CallNumberError) {
            return try numbered(&cursor, prefixWords)
        } catch {
            // Fiction and picture books have no number: only the shelf's name, which the library lists.
            var wordsOnly = Cursor(characters)
            var parts: [Reading.Part] = []
            while let prefix = wordsOnly.takePrefix(of: prefixWords) { parts.append(prefix) }
            guard !parts.isEmpty else { throw error }
            return try Tail.read(&wordsOnly, after: parts, scheme: .dewey)
        }
    }

    private static func numbered(_ cursor: inout Cursor, _ prefixWords: [String]) throws(CallNumberError) -> [Reading
        .Part]
    {
        var parts: [Reading.Part] = []
        cursor.skipBlanks()
        while let prefix = takeShelfName(&cursor, prefixWords) { parts.append(prefix) }
        let digits = cursor.run { $0.isFigure }
        guard digits > 0 else { throw cursor.failure(.dewey, expected: "a digit") }
        guard digits <= 3 else { throw cursor.failure(.dewey, at: 3, expected: "a point or a space") }
        // Behind words that nobody listed, `2` may be a volume; only three digits are surely a class.
        let isSure = digits == 3 || parts.allSatisfy { PrefixWords.contains($0.text, in: prefixWords) }
        guard isSure else { throw cursor.failure(.dewey, expected: "a number of three digits") }
        parts.append(cursor.take(numberLength(cursor), as: .number))
        if let next = cursor.peek(), !(next.isBlank || next == "." || next == "/" || next.isBasicLetter) {
            throw cursor.failure(.dewey, expected: "a space or a cutter")
        }
        return try Tail.read(&cursor, after: parts, scheme: .dewey)
    }

    /// A word without a digit before the number, a listed word, or letters glued to three digits (`R220.3`).
    private static func takeShelfName(_ cursor: inout Cursor, _ prefixWords: [String]) -> Reading.Part? {
        if let listed = cursor.takePrefix(of: prefixWords) { return listed }
        let length = cursor.wordLength
        let name = cursor.run { !$0.isBlank && !$0.isFigure }
        guard name > 0 else { return nil }
        let word = String((0..<length).compactMap { cursor.peek($0) })
        if name == length {
            guard !Designation.keepsNumber(word) else { return nil }
            let part = cursor.take(name, as: .prefix)
            cursor.skipBlanks()
            return part
        }
        let isGlued = cursor.run { $0.isBasicLetter || $0 == "-" } == name
        guard isGlued, cursor.run(from: name, where: { $0.isFigure }) == 3 else { return nil }
        return cursor.take(name, as: .prefix)
    }

    /// Digits, one decimal mark, and the prime marks of field 082 where a digit follows them.
    private static func numberLength(_ cursor: Cursor) -> Int {
        var length = 0
        var hasMark = false
        while let next = cursor.peek(length) {
            if next.isFigure {
                length += 1
            } else if next == "/" || next == "'" {
                let ahead = cursor.peek(length + 1)
                let isBeforeMark = !hasMark && ahead == "." && cursor.peek(length + 2)?.isFigure == true
                guard ahead?.isFigure == true || isBeforeMark else { return length }
                length += 1
            } else if next == "." || next == ",", !hasMark, cursor.peek(length + 1)?.isFigure == true {
                hasMark = true
                length += 1
            } else {
                return length
            }
        }
        return length
    }
}
