/// What follows a class: dates, cutters and words, in any order that catalogues use.
///
/// A date may stand before the first cutter (`KF4558 15th .A21`) or between two (`JX33 .A5 1968 .I31`); a cutter
/// may lack its dot and its space (`.P6T44` is two). Words are never taken apart: `K.551`, `OP.7:NO.6`.
enum Tail {
    private static let ordinals = ["st", "nd", "rd", "th", "d"]

    static func read(_ cursor: inout Cursor, after class: [Reading.Part], scheme: Scheme)
        throws(CallNumberError) -> [Reading.Part]
    {
        var parts = `class`
        while !cursor.isAtEnd {
            let isGlued = !cursor.skipBlanks()
            let isFirst = parts.count == `class`.count
            if cursor.isAtEnd { break }
            let dot = cursor.peek() == "." ? 1 : 0
            if let length = dateLength(cursor, from: dot), !isGlued || dot == 1 || parts.last?.kind == .cutter {
                parts.append(cursor.take(dot + length, as: .date, dropping: dot))
            } else if let length = cutterLength(cursor, from: dot, isGlued: isGlued, after: parts.last?.kind) {
                parts.append(cursor.take(dot + length, as: .cutter, dropping: dot))
            } else if isFirst && dot == 1 && cursor.peek(1) != nil && cursor.peek(1)?.isBlank != true {
                throw cursor.failure(scheme, at: 1, expected: "a cutter or an ordinal")
            } else if isFirst, scheme == .dewey, let length = authorLength(cursor) {
                parts.append(cursor.take(length, as: .author))
            } else {
                parts.append(cursor.take(cursor.wordLength, as: .word))
            }
        }
        return parts
    }

    /// `1st`, `15th`, `3d`: up to four digits and an ending, then the end of the word.
    static func isOrdinal(_ cursor: Cursor, from start: Int) -> Bool {
        ordinalLength(cursor, from: start) != nil
    }

    static func isYear(_ cursor: Cursor, from start: Int) -> Bool {
        yearLength(cursor, from: start) != nil
    }

    private static func dateLength(_ cursor: Cursor, from start: Int) -> Int? {
        ordinalLength(cursor, from: start) ?? yearLength(cursor, from: start)
    }

    private static func ordinalLength(_ cursor: Cursor, from start: Int) -> Int? {
        let digits = cursor.run(from: start) { $0.isFigure }
        let letters = cursor.run(from: start + digits) { $0.isBasicLetter }
        guard (1...4).contains(digits), (1...2).contains(letters), cursor.isBoundary(start + digits + letters) else {
            return nil
        }
        let ending = (0..<letters).compactMap { cursor.peek(start + digits + $0) }
        return ordinals.contains(String(ending).lowercased()) ? digits + letters : nil
    }

    /// Four digits: alone, with work letters (`1973a`), as a span (`1983-84`), or with a cutter glued on.
    private static func yearLength(_ cursor: Cursor, from start: Int) -> Int? {
        guard cursor.run(from: start, where: { $0.isFigure }) == 4 else { return nil }
        let letters = cursor.run(from: start + 4) { $0.isBasicLetter }
        let end = start + 4 + letters
        if letters == 0, cursor.peek(end) == "-" || cursor.peek(end) == "/" {
            let digits = cursor.run(from: end + 1) { $0.isFigure }
            let isSpan = (1...4).contains(digits) && cursor.isBoundary(end + 1 + digits)
            return isSpan ? 5 + digits : nil
        }
        if letters <= 3, letters > 0, cursor.peek(end)?.isFigure == true { return 4 }
        guard letters <= 2, cursor.isBoundary(end) else { return nil }
        // `1990.5` is a number and no date.
        if cursor.peek(end) == ".", cursor.peek(end + 1)?.isFigure == true, letters == 0 { return nil }
        return 4 + letters
    }

    /// The length of a cutter with its work letters, if one starts here.
    ///
    /// Without a dot, three letters or a word such as `pt` are no cutter, and nothing is one after a word.
    private static func cutterLength(_ cursor: Cursor, from dot: Int, isGlued: Bool, after kind: Reading.Part.Kind?)
        -> Int?
    {
        let letters = cursor.run(from: dot) { $0.isBasicLetter }
        let digits = cursor.run(from: dot + letters) { $0.isFigure }
        guard (1...3).contains(letters) else { return nil }
        if digits == 0 {
            guard dot == 1, letters == 1, cursor.isBoundary(dot + 1) else { return nil }
            // `.A 1` is a cutter with a stray blank; `.A 1990` is a cutter without digits, and a year.
            let strays = cursor.peek(2) == " " ? cursor.run(from: 3) { $0.isFigure } : 0
            let isStray = strays > 0 && strays != 4 && cursor.isBoundary(3 + strays)
            return isStray ? 2 + strays : 1
        }
        let isBare = dot == 0 && !isGlued
        if isBare && (letters > 2 || kind == .word || isDesignation(cursor, letters)) { return nil }

        let end = dot + letters + digits
        let work = cursor.run(from: end) { $0.isBasicLetter }
        let next = cursor.peek(end + work)
        let length = letters + digits
        if work > 0 {
            let beginsCutter = work <= 3 && next?.isFigure == true
            let beginsWord = next == "." && cursor.peek(end + work + 1)?.isFigure == true
            return beginsCutter || (beginsWord && Designation.isOne(text(cursor, end, work))) ? length : length + work
        }
        return isBare && !cursor.isBoundary(end) ? nil : length
    }

    private static func isDesignation(_ cursor: Cursor, _ letters: Int) -> Bool {
        letters > 1 && Designation.isOne(text(cursor, 0, letters))
    }

    private static func text(_ cursor: Cursor, _ start: Int, _ count: Int) -> String {
        String((start..<start + count).compactMap { cursor.peek($0) })
    }

    /// Letters without a digit or a point up to the blank: `BAR`, `CHA/L`.
    private static func authorLength(_ cursor: Cursor) -> Int? {
        let length = cursor.wordLength
        guard cursor.peek()?.isLetter == true else { return nil }
        return cursor.run(where: { !$0.isBlank && !$0.isFigure && $0 != "." }) == length ? length : nil
    }
}

/// Words that name a volume, part or copy and stay on one line with their number: `v. 4`, `disc 2`.
enum Designation {
    private static let words = [
        "BAND", "BD", "BK", "BOOK", "C", "CD", "COP", "COPY", "DISC", "DISK", "DVD", "ED", "FASC", "HEFT", "ISSUE",
        "JG",
        "KN", "NO", "NR", "NUM", "OP", "PART", "PT", "SER", "SUPPL", "TEIL", "TOM", "TOME", "V", "VOL", "VOLUME",
    ]

    static func isOne(_ word: String) -> Bool { words.contains(word.uppercased()) }

    /// Whether a word keeps the number that follows it: a known name, or any letters with a point behind them.
    static func keepsNumber(_ word: String) -> Bool {
        guard word.last == "." else { return isOne(word) && word != "DVD" && word != "CD" }
        let name = word.dropLast()
        return !name.isEmpty && name.allSatisfy(\.isLetter)
    }
}
