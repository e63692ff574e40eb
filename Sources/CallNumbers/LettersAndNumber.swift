/// Classes of letters and a number: Library of Congress, and the National Library of Medicine, which took its form.
enum LettersAndNumber {
    /// Three class letters and four digits are the most that either schedule has.
    private static let mostLetters = 3
    private static let mostDigits = 4

    /// - Parameter isLenient: Takes `76.6.73` as a number too. It is on real labels, but in no schedule.
    static func read(_ cursor: inout Cursor, scheme: Scheme, isLenient: Bool) throws(CallNumberError) -> [Reading.Part]
    {
        cursor.skipBlanks()
        let letters = cursor.run { $0.isBasicLetter }
        guard letters > 0 else { throw cursor.failure(scheme, expected: "a class letter") }
        guard letters <= mostLetters else { throw cursor.failure(scheme, at: mostLetters, expected: "a digit") }
        var parts = [cursor.take(letters, as: .letters)]
        cursor.skipBlanks()

        let digits = cursor.run { $0.isFigure }
        guard digits > 0 else { throw cursor.failure(scheme, expected: "a digit") }
        guard digits <= mostDigits else {
            throw cursor.failure(scheme, at: mostDigits, expected: "a point, a space or a cutter")
        }
        var length = digits
        while cursor.peek(length) == "." {
            let decimals = cursor.run(from: length + 1) { $0.isFigure }
            guard decimals > 0, !Tail.isOrdinal(cursor, from: length + 1) else { break }
            if length > digits && (!isLenient || Tail.isYear(cursor, from: length + 1)) { break }
            length += 1 + decimals
        }
        parts.append(cursor.take(length, as: .number))
        if let next = cursor.peek(), !(next.isBlank || next == "." || next == "/" || next.isBasicLetter) {
            throw cursor.failure(scheme, expected: "a space or a cutter")
        }
        return try Tail.read(&cursor, after: parts, scheme: scheme)
    }
}
