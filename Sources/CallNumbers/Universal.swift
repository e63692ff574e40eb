/// UDC numbers: digits in groups of three, and signs. No sign is ever dropped: `/` is a range.
enum Universal {
    private static let openings: [Character] = ["(", "\"", "=", "[", "+", ":"]

    static func read(_ characters: [Character]) throws(CallNumberError) -> [Reading.Part] {
        var cursor = Cursor(characters)
        cursor.skipBlanks()
        var parts: [Reading.Part] = []
        // Words before the number cannot be part of it: it starts with a digit or a sign.
        while let first = cursor.peek(), !first.isFigure, !openings.contains(first),
            cursor.run(where: { !$0.isBlank && !$0.isFigure }) == cursor.wordLength
        {
            parts.append(cursor.take(cursor.wordLength, as: .prefix))
            cursor.skipBlanks()
        }
        guard let first = cursor.peek(), first.isFigure || openings.contains(first) else {
            throw cursor.failure(.universal, expected: "a digit or a sign of the UDC")
        }
        parts.append(cursor.take(cursor.wordLength, as: .number))
        return parts + cursor.takeWords()
    }
}
