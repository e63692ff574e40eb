/// SuDoc numbers of the United States Government Publishing Office: a stem, a colon and the book number.
enum Documents {
    static func read(_ cursor: inout Cursor) throws(CallNumberError) -> [Reading.Part] {
        cursor.skipBlanks()
        let letters = cursor.run { $0.isBasicLetter }
        guard letters > 0 else { throw cursor.failure(.documents, expected: "a letter of the agency") }
        let isCongress = cursor.peek()?.uppercased() == "X"
        var parts = [cursor.take(letters, as: .letters)]
        cursor.skipBlanks()
        let digits = cursor.run { $0.isFigure }
        if digits > 0 { parts.append(cursor.take(digits, as: .number)) }

        let stem = cursor.run { $0 != ":" }
        if stem > 0 {
            guard cursor.peek() == "." else { throw cursor.failure(.documents, expected: "a point") }
            guard let next = cursor.peek(1), next.isFigure || next.isBasicLetter else {
                throw cursor.failure(.documents, at: 1, expected: "a letter or a digit")
            }
            guard cursor.peek(stem) == ":" else { throw cursor.failure(.documents, at: stem, expected: "a colon") }
            parts.append(cursor.take(stem, as: .series))
        } else if digits > 0 || !isCongress {
            // Only the journals of Congress, XJH and XJS, have letters alone.
            throw cursor.failure(.documents, expected: "a point")
        }
        guard cursor.peek() == ":" else { throw cursor.failure(.documents, expected: "a colon") }
        parts.append(cursor.take(1, as: .colon))
        return parts + cursor.takeWords()
    }
}
